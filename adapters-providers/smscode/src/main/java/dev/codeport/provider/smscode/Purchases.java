package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Leased;
import dev.codeport.domain.pool.LeaseResult.NoNumbers;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.LeaseResult.Unavailable;
import dev.codeport.domain.pool.LeaseResult.Unknown;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.smscode.Catalog.Goods;
import dev.codeport.provider.smscode.SmsCodeFaults.Meaning;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Takes numbers. Whatever leaves it open whether one was given is asked for once more under the
 * same key, which the vendor promises to answer with the same order; then it comes out as unknown.
 */
final class Purchases {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Vendor vendor;
  private final Catalog catalog;
  private final Orders orders;

  Purchases(Vendor vendor, Catalog catalog, Orders orders) {
    this.vendor = vendor;
    this.catalog = catalog;
    this.orders = orders;
  }

  LeaseResult lease(LeaseRequest request) {
    refuseForeign(request);
    var deadline = vendor.client().deadline();
    return switch (catalog.words(deadline)) {
      case Answer.Missing<Words> missing -> new Unavailable(missing.retryAfter(), missing.detail());
      case Answer.Given<Words> ids -> lease(deadline, ids.value(), request);
    };
  }

  /** It has no other word for a price that is too low than that the request is wrong. */
  LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    refuseForeign(request);
    var asked = new Asked("orders/reactivate", SmsCodeClient.about(lease), Reason.PRICE);
    return tell(vendor.client().deadline(), asked, request);
  }

  QuoteResult quote(LeaseRef lease) {
    var client = vendor.client();
    return switch (client.ask(client.deadline(), "orders/" + lease.id() + "/reactivate-options")) {
      case Said.Document document ->
          Fields.amount(document.data(), "cost")
              .filter(cost -> cost.signum() >= 0)
              .map(Vendor::money)
              .<QuoteResult>map(QuoteResult.Quoted::new)
              .orElseGet(() -> new QuoteResult.Unavailable("no cost in it"));
      case Said.Fault fault -> notQuoted(fault);
      case Said.Garbage garbage -> new QuoteResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new QuoteResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new QuoteResult.Unavailable(no.reason());
    };
  }

  private static QuoteResult notQuoted(Said.Fault fault) {
    return switch (SmsCodeFaults.of(fault)) {
      case WRONG_STATE, NO_ORDER, REQUEST, NO_NUMBERS -> new QuoteResult.NotPossible(fault.code());
      case BALANCE, ACCOUNT, TOO_EARLY, BEHIND, TURNED_AWAY, IN_DOUBT, SERVER, UNKNOWN ->
          new QuoteResult.Unavailable(fault.code());
    };
  }

  private static void refuseForeign(LeaseRequest request) {
    if (!request.maxCost().currency().equals(Vendor.CURRENCY)) {
      throw new IllegalArgumentException("this dialect deals in " + Vendor.CURRENCY);
    }
  }

  /**
   * @param wrong what it means that the vendor will not have such a request
   */
  private record Asked(String path, ObjectNode body, Reason wrong) {}

  private LeaseResult lease(Deadline deadline, Words ids, LeaseRequest request) {
    var goods = new Goods(request.country(), request.platform());
    var country = Optional.ofNullable(ids.countryIds().get(goods.country()));
    var service = Optional.ofNullable(ids.platformIds().get(goods.platform()));
    if (country.isEmpty() || service.isEmpty()) {
      return new Refused(Reason.UNSUPPORTED, "it has no name for this country or platform");
    }
    if (isUnheardOf(goods, request.operator())) {
      var filter = Map.of("country_id", country.get(), "platform_id", service.get());
      if (catalog.products(deadline, ids, filter) instanceof Answer.Missing<?> missing) {
        return new Unavailable(missing.retryAfter(), missing.detail());
      }
    }
    return isUnheardOf(goods, request.operator())
        ? new NoNumbers() // what is not listed is not in stock
        : tell(deadline, new Asked("orders/create", body(goods, request), Reason.OTHER), request);
  }

  private boolean isUnheardOf(Goods goods, Optional<String> operator) {
    return catalog.group(goods).isEmpty()
        || operator.filter(name -> catalog.operator(goods.country(), name).isEmpty()).isPresent();
  }

  private ObjectNode body(Goods goods, LeaseRequest request) {
    var body = JSON.objectNode();
    body.put("catalog_product_id", Long.parseLong(catalog.group(goods).orElseThrow()));
    body.put("quantity", 1);
    request
        .operator()
        .flatMap(name -> catalog.operator(goods.country(), name))
        .ifPresent(id -> body.put("operator_id", Long.parseLong(id)));
    return body;
  }

  /**
   * Only a number settles what the first asking left open: a no to the second may be a no to it
   * alone.
   */
  private LeaseResult tell(Deadline deadline, Asked asked, LeaseRequest request) {
    long most = request.maxCost().rounded(0, RoundingMode.FLOOR).units();
    if (most < 1) {
      return new Refused(Reason.PRICE, "nothing costs less than a rupiah");
    }
    asked.body().put("max_price", most);
    var first = once(deadline, asked, request);
    if (!(first instanceof Unknown) || deadline.hasPassed()) {
      return first;
    }
    return once(deadline, asked, request) instanceof Leased leased ? leased : first;
  }

  private LeaseResult once(Deadline deadline, Asked asked, LeaseRequest request) {
    var key = Optional.of(request.reference());
    return switch (vendor.client().buy(deadline, asked.path(), asked.body(), key)) {
      case Said.Document document -> given(document, request);
      case Said.Fault fault ->
          refused(SmsCodeFaults.of(fault), asked, fault.code(), fault.retryAfter());
      case Said.Garbage garbage ->
          refused(SmsCodeFaults.of(garbage), asked, garbage.toString(), garbage.retryAfter());
      case Said.NotHeard no -> new Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Unknown(no.reason());
    };
  }

  /** An order without a number is one that the vendor does not know the end of either. */
  private LeaseResult given(Said.Document document, LeaseRequest request) {
    var given = SmsCodeWire.orders(document.data().path("orders"));
    var lease =
        given.size() == 1
            ? orders.lease(given.getFirst(), request.maxCost())
            : Optional.<Lease>empty();
    return lease
        .<LeaseResult>map(Leased::new)
        .orElseGet(() -> new Unknown("an answer without one order and its number"));
  }

  private static LeaseResult refused(
      Meaning meaning, Asked asked, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case NO_NUMBERS -> new NoNumbers();
      case BALANCE -> new Refused(Reason.BALANCE, detail);
      case ACCOUNT -> new Refused(Reason.ACCOUNT, detail);
      case NO_ORDER -> new Refused(Reason.UNSUPPORTED, detail);
      case BEHIND, TURNED_AWAY -> new Unavailable(retryAfter, detail);
      case REQUEST -> new Refused(asked.wrong(), detail);
      case WRONG_STATE, TOO_EARLY -> new Refused(Reason.OTHER, detail);
      case IN_DOUBT, SERVER, UNKNOWN -> new Unknown(detail);
    };
  }
}
