package dev.codeport.provider.fivesim;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Leased;
import dev.codeport.domain.pool.LeaseResult.NoNumbers;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.LeaseResult.Unavailable;
import dev.codeport.domain.pool.LeaseResult.Unknown;
import dev.codeport.provider.fivesim.FiveSimFaults.Meaning;
import dev.codeport.provider.fivesim.FiveSimWire.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes numbers. Whatever leaves it open whether one was given comes out as unknown.
 *
 * <p>A highest price is heeded where any operator will do, and perhaps not even there. So the price
 * of the order is looked at, and a number that is too dear is given back at once; where that does
 * not succeed it is ours, for what it cost.
 */
final class Purchases {
  private static final String ANY = "any";

  private final Vendor vendor;
  private final Orders orders;
  private final Steps steps;

  Purchases(Vendor vendor, Orders orders, Steps steps) {
    this.vendor = vendor;
    this.orders = orders;
    this.steps = steps;
  }

  LeaseResult lease(LeaseRequest request) {
    if (!request.maxCost().currency().equals(vendor.settings().currency())) {
      throw new IllegalArgumentException(vendor.id() + " deals in " + vendor.settings().currency());
    }
    var country = vendor.countries().of(request.country());
    var product = vendor.products().of(request.platform());
    if (country.isEmpty() || product.isEmpty()) {
      return new Refused(Reason.UNSUPPORTED, "it has no name for this country or platform");
    }
    var path =
        List.of("buy", "activation", country.get(), request.operator().orElse(ANY), product.get());
    Map<String, String> parameters =
        request.operator().isEmpty() ? Map.of("maxPrice", plain(request)) : Map.of();
    var said = vendor.client().buy(vendor.client().deadline(), path, parameters);
    return switch (said) {
      case Said.Document document -> bought(Order.of(document.json()), request);
      case Said.Line line -> refused(FiveSimFaults.of(line), line.text(), line.retryAfter());
      case Said.Garbage garbage ->
          refused(FiveSimFaults.of(garbage), garbage.toString(), garbage.retryAfter());
      case Said.NotHeard no -> new Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Unknown(no.reason());
    };
  }

  private LeaseResult bought(Order order, LeaseRequest request) {
    var lease = orders.lease(order);
    if (lease.isEmpty()) {
      return new Unknown("an answer without an id or a telephone number");
    }
    if (order.price().isEmpty()) {
      return new Leased(supposed(lease.get(), request));
    }
    return lease.get().cost().isMoreThan(request.maxCost())
        ? tooDear(lease.get())
        : new Leased(lease.get());
  }

  private LeaseResult tooDear(Lease lease) {
    return steps.cancel(lease.ref()) instanceof CancelResult.Canceled
        ? new Refused(Reason.PRICE, "it costs " + lease.cost())
        : new Leased(lease);
  }

  /** Without a word about the price it is taken for the highest that was allowed. */
  private static Lease supposed(Lease lease, LeaseRequest request) {
    return new Lease(
        lease.ref(),
        lease.phone(),
        request.maxCost(),
        lease.expiresAt(),
        lease.cancelableFrom(),
        lease.canAnother(),
        lease.canReactivate(),
        lease.operator());
  }

  private static LeaseResult refused(
      Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case NO_NUMBERS -> new NoNumbers();
      case BALANCE -> new Refused(Reason.BALANCE, detail);
      case ACCOUNT -> new Refused(Reason.ACCOUNT, detail);
      case UNSUPPORTED -> new Refused(Reason.UNSUPPORTED, detail);
      case TURNED_AWAY -> new Unavailable(retryAfter, detail);
      case REQUEST, NO_ORDER, HAS_SMS, NO_SMS -> new Refused(Reason.OTHER, detail);
      case SERVER, UNKNOWN -> new Unknown(detail);
    };
  }

  private static String plain(LeaseRequest request) {
    return request.maxCost().amount().stripTrailingZeros().toPlainString();
  }
}
