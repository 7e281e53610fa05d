package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.codeport.application.order.ShownOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ordering answers, now and whenever the request is repeated. */
record PlacedOrdersView(List<Item> orders, int failedCount) {
  static PlacedOrdersView of(List<ShownOrder> orders, int failed, Tariff tariff) {
    return new PlacedOrdersView(
        orders.stream().map(order -> Item.of(order, tariff)).toList(), failed);
  }

  /** A code is never shown here: whoever repeats a request has to look the order up. */
  record Item(
      int id,
      String status,
      @Nullable String phoneNumber,
      @Nullable String otpCode,
      @Nullable String otpReceivedAt,
      @Nullable String expiresAt,
      @Nullable String failedReason,
      int productId,
      int catalogProductId,
      @Nullable Integer operatorId,
      @Nullable String operatorName,
      Amount amount,
      @JsonUnwrapped CapabilitiesView can) {
    static Item of(ShownOrder shown, Tariff tariff) {
      var order = new Projection(shown.order());
      return new Item(
          order.id(),
          order.status(),
          order.phoneNumber(),
          null,
          null,
          order.expiresAt(),
          order.failedReason(),
          order.productId(),
          order.catalogProductId(),
          order.operatorId(),
          order.operatorName(),
          order.amount(tariff),
          CapabilitiesView.of(shown.can()));
    }
  }
}
