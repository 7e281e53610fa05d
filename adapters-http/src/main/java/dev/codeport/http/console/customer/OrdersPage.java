package dev.codeport.http.console.customer;

import java.util.List;

/**
 * What the template {@code orders} shows.
 *
 * @param status the filter that is set; empty for all
 * @param first where the list begins; empty when it is here
 * @param next where it goes on; empty at its end
 * @param file where all of it is in one file
 */
public record OrdersPage(
    List<OrderLine> orders,
    String status,
    String platform,
    String country,
    String first,
    String next,
    String file) {
  /** The filters there are, by the API's words. */
  public static final List<String> STATUSES =
      List.of("open", "waiting", "received", "completed", "canceled", "expired");

  public boolean isFiltered() {
    return !(status + platform + country).isEmpty();
  }
}
