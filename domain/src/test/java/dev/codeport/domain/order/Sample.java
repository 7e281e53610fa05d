package dev.codeport.domain.order;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Orders as the tests of this room need them. */
final class Sample {
  static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");
  static final ProviderId VENDOR = new ProviderId("vendor");

  private Sample() {}

  static Route route(long price) {
    var key = new TierKey(VENDOR, new CountryId(88), new PlatformId(1), Optional.empty());
    return new Route(
        new Tier(new TierId(7), key, Optional.empty()),
        Money.of("0.12", USD),
        Money.of(price, IDR),
        Optional.empty(),
        5,
        Tally.NONE);
  }

  static Step<Order.Placed> placed() {
    var terms =
        new OrderTerms(
            new OrderId(511),
            new AccountId(3),
            Wish.Routed.cheapest(new CatalogProductId(88)),
            Optional.empty(),
            NOON);
    return Order.Placed.place(terms, route(7500));
  }

  static Lease lease() {
    return new Lease(
        new LeaseRef(VENDOR, "900"),
        new PhoneNumber("+12025550100"),
        Money.of("0.12", USD),
        NOON.plus(Duration.ofMinutes(20)),
        NOON.plus(Duration.ofMinutes(2)),
        true,
        true,
        Optional.empty());
  }

  /** Wanted within 6 minutes, from numbers that are waited for a minute each. */
  static Order.Active pursued(Duration codeWithin) {
    var terms = placed().order().terms();
    var pursued =
        new OrderTerms(
            terms.id(),
            terms.account(),
            terms.wish(),
            terms.parent(),
            NOON,
            Optional.of(new Pursuit(NOON.plus(codeWithin), Duration.ofMinutes(1))));
    return Order.Placed.place(pursued, route(7500)).order().activate(lease(), NOON).order();
  }

  static Order.Active active() {
    return placed().order().activate(lease(), NOON).order();
  }

  static Order.Received received(Instant at) {
    return active().receive(sms(1, "480215", at), at).order();
  }

  static Sms sms(int revision, String code, Instant at) {
    var text = code.isEmpty() ? "hello" : code + " is your code";
    var found = Optional.of(code).filter(c -> !c.isEmpty()).map(Code::new);
    return new Sms(new OrderId(511), revision, "key-" + revision, text, found, "test", at, false);
  }
}
