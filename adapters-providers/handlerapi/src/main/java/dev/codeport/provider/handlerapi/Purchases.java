package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
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
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.kit.Deadline;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes numbers. Whatever leaves it open whether one was given comes out as unknown. */
final class Purchases {
  private static final System.Logger LOG = System.getLogger(Purchases.class.getName());
  private static final Duration LONGEST = Duration.ofDays(3);

  private static final Set<Meaning> MAYBE_LATER =
      Set.of(Meaning.TURNED_AWAY, Meaning.SERVER, Meaning.UNKNOWN, Meaning.ACCOUNT);

  private final Vendor vendor;

  Purchases(Vendor vendor) {
    this.vendor = vendor;
  }

  LeaseResult lease(LeaseRequest request) {
    if (!request.maxCost().currency().equals(vendor.currency())) {
      throw new IllegalArgumentException(vendor.id() + " deals in " + vendor.currency());
    }
    var country = vendor.codes().vendorCountry(request.country());
    var service = vendor.codes().vendorService(request.platform());
    if (country.isEmpty() || service.isEmpty()) {
      return new Refused(Reason.UNSUPPORTED, "it has no name for this country or platform");
    }
    if (request.operator().isPresent() && !vendor.dialect().operators()) {
      return new Refused(Reason.UNSUPPORTED, "it has no choice of operators");
    }
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("service", service.get());
    parameters.put("country", country.get());
    request.operator().ifPresent(operator -> parameters.put("operator", operator));
    parameters.put("maxPrice", plain(request.maxCost()));
    vendor.suppliers().into(parameters);
    if (vendor.dialect().references()) {
      parameters.put("orderId", request.reference());
    }
    var deadline = vendor.client().deadline();
    var action = vendor.dialect().numbersV2() ? "getNumberV2" : "getNumber";
    var result =
        outcome(vendor.client().buy(deadline, action, parameters), request, request.maxCost());
    if (vendor.dialect().announces() && result instanceof Leased leased) {
      announce(deadline, leased.lease().ref());
    }
    return result;
  }

  QuoteResult quote(LeaseRef lease) {
    return quote(vendor.client().deadline(), lease);
  }

  LeaseResult again(LeaseRef lease, LeaseRequest request) {
    var deadline = vendor.client().deadline();
    return switch (quote(deadline, lease)) {
      case QuoteResult.NotPossible no -> new Refused(Reason.OTHER, no.detail());
      case QuoteResult.Unavailable no -> new Unavailable(Optional.empty(), no.detail());
      case QuoteResult.Quoted quoted ->
          quoted.cost().isMoreThan(request.maxCost())
              ? new Refused(Reason.PRICE, "it costs " + quoted.cost())
              : again(deadline, lease, request, quoted.cost());
    };
  }

  private LeaseResult again(Deadline deadline, LeaseRef lease, LeaseRequest request, Money quoted) {
    var said =
        vendor.client().buy(deadline, "getExtraActivation", Map.of("activationId", lease.id()));
    return outcome(said, request, quoted);
  }

  private QuoteResult quote(Deadline deadline, LeaseRef lease) {
    var said =
        vendor.client().ask(deadline, "checkExtraActivation", Map.of("activationId", lease.id()));
    return switch (said) {
      case Said.Document document ->
          Fields.amount(document.json(), "cost", "price")
              .flatMap(vendor::money)
              .<QuoteResult>map(QuoteResult.Quoted::new)
              .orElseGet(() -> new QuoteResult.Unavailable("an answer without a cost"));
      case Said.Token token -> quoteRefused(token);
      case Said.Garbage garbage -> new QuoteResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new QuoteResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new QuoteResult.Unavailable(no.reason());
    };
  }

  private static QuoteResult quoteRefused(Said.Token token) {
    return MAYBE_LATER.contains(HandlerApiFaults.of(token))
        ? new QuoteResult.Unavailable(token.name())
        : new QuoteResult.NotPossible(token.name());
  }

  private LeaseResult outcome(Said said, LeaseRequest request, Money supposed) {
    return switch (said) {
      case Said.Document document ->
          leased(HandlerApiWire.Leased.of(document.json()), request, supposed);
      case Said.Token token when token.is("ACCESS_NUMBER") -> leased(token, request, supposed);
      case Said.Token token ->
          refused(HandlerApiFaults.of(token), token.name() + least(token), token.retryAfter());
      case Said.Garbage garbage ->
          refused(
              HandlerApiFaults.ofStatus(garbage.status()),
              garbage.toString(),
              garbage.retryAfter());
      case Said.NotHeard no -> new Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Unknown(no.reason());
    };
  }

  private static LeaseResult refused(
      Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case NO_NUMBERS -> new NoNumbers();
      case PRICE -> new Refused(Reason.PRICE, detail);
      case BALANCE -> new Refused(Reason.BALANCE, detail);
      case ACCOUNT -> new Refused(Reason.ACCOUNT, detail);
      case UNSUPPORTED -> new Refused(Reason.UNSUPPORTED, detail);
      case TURNED_AWAY -> new Unavailable(retryAfter, detail);
      case REQUEST, NO_ACTIVATION, WRONG_STATE, CANCELED, TOO_EARLY, HAS_SMS, NOT_AGAIN, NOTHING ->
          new Refused(Reason.OTHER, detail);
      case SERVER, DUPLICATE, UNKNOWN -> new Unknown(detail);
    };
  }

  /** The price from which there would be numbers, when a price was refused. */
  private static String least(Said.Token token) {
    if (!token.is("WRONG_MAX_PRICE")) {
      return "";
    }
    return Fields.amount(token.argument())
        .or(() -> Fields.amount(token.info(), "min"))
        .map(least -> ", at least " + least.toPlainString())
        .orElse("");
  }

  /** {@code ACCESS_NUMBER:id:phone}, to some with more behind. */
  private LeaseResult leased(Said.Token token, LeaseRequest request, Money supposed) {
    var parts = token.argument().split(":", -1);
    var number =
        new HandlerApiWire.Leased(
            Fields.id(parts[0].strip()),
            parts.length > 1 ? Fields.phone(parts[1].strip()) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request.operator(),
            Optional.empty());
    return leased(number, request, supposed);
  }

  private LeaseResult leased(HandlerApiWire.Leased number, LeaseRequest request, Money supposed) {
    if (number.id().isEmpty() || number.phone().isEmpty()) {
      return new Unknown("an answer without an id or a telephone number");
    }
    var lease = lease(number, number.id().get(), number.phone().get(), request, supposed);
    return new Leased(lease);
  }

  private Lease lease(
      HandlerApiWire.Leased number,
      String id,
      PhoneNumber phone,
      LeaseRequest request,
      Money supposed) {
    var now = vendor.clock().instant();
    return new Lease(
        vendor.lease(id),
        phone,
        cost(number).orElse(supposed),
        expiry(number, now),
        now.plus(vendor.dialect().minimumCancelAge()),
        number.canAnother().orElse(true),
        vendor.dialect().reactivates(),
        number.operator().or(request::operator));
  }

  /** What was taken, where that is told and in the currency that this account is known to have. */
  private Optional<Money> cost(HandlerApiWire.Leased number) {
    var other = number.currency().filter(currency -> !currency.equals(vendor.currency()));
    other.ifPresent(this::warn);
    return other.isPresent() ? Optional.empty() : number.cost().flatMap(vendor::money);
  }

  private void warn(Currency told) {
    LOG.log(
        Level.WARNING,
        "{0} says its prices are in {1}, its settings say {2}; its costs are not believed",
        vendor.id(),
        told,
        vendor.currency());
  }

  /** The vendor's own time, unless it is none that can be. */
  private Instant expiry(HandlerApiWire.Leased number, Instant now) {
    return number
        .endsAt()
        .flatMap(vendor::time)
        .filter(end -> end.isAfter(now) && end.isBefore(now.plus(LONGEST)))
        .orElse(now.plus(vendor.dialect().lifetime()));
  }

  private void announce(Deadline deadline, LeaseRef lease) {
    vendor.client().ask(deadline, "setStatus", Map.of("id", lease.id(), "status", "1"));
  }

  private static String plain(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }
}
