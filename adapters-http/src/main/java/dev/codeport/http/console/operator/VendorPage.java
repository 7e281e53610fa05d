package dev.codeport.http.console.operator;

import dev.codeport.domain.pool.Success;
import java.util.List;

/**
 * What the template {@code vendor} shows.
 *
 * @param lines those with the most numbers
 * @param products how many there are in all
 */
public record VendorPage(String id, List<Line> lines, int products) {
  public record Line(String platform, String country, Success success) {
    public double share() {
      return (double) success.arrived() / success.total();
    }
  }
}
