package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.routing.Balances;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.Success;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the vendors fare. */
final class VendorEndpoints {
  private final ReadVendors vendors;

  VendorEndpoints(ReadVendors vendors) {
    this.vendors = vendors;
  }

  Reply list(Request request) {
    request.query().only(Set.of());
    return Reply.json(
        200, new VendorsView(vendors.vendors().stream().map(VendorView::of).toList()));
  }

  record VendorsView(List<VendorView> vendors) {}

  /**
   * @param balance absent until the vendor has told it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VendorView(
      String id,
      String dialect,
      HealthView health,
      @Nullable BalanceView balance,
      SuccessView success,
      StockView stock) {
    static VendorView of(ReadVendors.Vendor vendor) {
      return new VendorView(
          vendor.profile().id().value(),
          vendor.profile().dialect(),
          HealthView.of(vendor.health()),
          vendor.balance().map(BalanceView::of).orElse(null),
          SuccessView.of(vendor.success()),
          StockView.of(vendor.stock()));
    }
  }

  /**
   * @param detail what the vendor said, or how calls failed; absent while all is well
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HealthView(
      String circuit,
      boolean sells,
      String since,
      @Nullable String cause,
      @Nullable String detail,
      @Nullable String retryAt,
      long calls,
      long failures) {
    static HealthView of(ProviderHealth health) {
      return new HealthView(
          word(health.circuit()),
          health.sells(),
          health.since().toString(),
          health.cause().map(HealthView::word).orElse(null),
          health.detail().isEmpty() ? null : Shown.text(health.detail()),
          health.retryAt().map(Instant::toString).orElse(null),
          health.calls(),
          health.failures());
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  record BalanceView(String amount, String currency, String asOf) {
    static BalanceView of(Balances.Balance balance) {
      return new BalanceView(
          Views.amount(balance.amount()),
          balance.amount().currency().code(),
          balance.asOf().toString());
    }
  }

  record SuccessView(int windowHours, int orders, int withSms) {
    static SuccessView of(Success success) {
      return new SuccessView(
          (int) ReadVendors.WINDOW.toHours(), success.total(), success.arrived());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StockView(int offers, long numbers, @Nullable String asOf) {
    static StockView of(ReadVendors.Stock stock) {
      return new StockView(
          stock.offers(), stock.numbers(), stock.asOf().map(Instant::toString).orElse(null));
    }
  }
}
