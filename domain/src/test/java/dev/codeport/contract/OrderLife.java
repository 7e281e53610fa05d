package dev.codeport.contract;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.order.Step;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Leads one order through its life, committing every step. */
final class OrderLife {
  private final Storage storage;
  private final OrderFixture.Terms given;
  private final OrderId id;
  private final Route route;

  OrderLife(Storage storage, OrderFixture.Terms given) {
    this.storage = storage;
    this.given = given;
    this.id = storage.ids().nextOrder();
    this.route = route(tier());
  }

  Order.Placed place() {
    var account = given.account().orElseGet(() -> Given.account().in(storage).id());
    var wish = given.wish().orElseGet(() -> new Wish.Exact(route.tier().id()));
    var terms =
        new OrderTerms(id, account, wish, Optional.empty(), given.placedAt(), given.pursuit());
    return commit(Order.Placed.place(terms, route), asking());
  }

  Order.Placed unsettle() {
    return commit(place().unsettle(), asking().unknown("timeout", after(10)));
  }

  Order.Active activate() {
    return commit(place().activate(lease(), after(1)), asking().leased(lease(), after(1)));
  }

  Order.Active queueCancel() {
    return commit(activate().queueCancel(after(150)));
  }

  Order.Active leave() {
    return commit(activate().leave(after(120)));
  }

  /** On to a dearer tier of the same vendor. */
  Order.Placed move() {
    var number = leave();
    var held = storage.orders().attempts(id).getFirst();
    return commit(
        number.move(nextRoute(), after(121)), held.canceled("moved", after(121)), askingNext());
  }

  Order.Placed moveAndUnsettle() {
    return commit(move().unsettle(), askingNext().unknown("timeout", after(130)));
  }

  Order.Active moveAndActivate() {
    var step = move().activate(nextLease(), after(122));
    return commit(step, askingNext().leased(nextLease(), after(122)));
  }

  Order.Active askCancel() {
    return commit(activate().askCancel(after(120)));
  }

  Order.Received receive() {
    var sms =
        new Sms(
            id,
            1,
            "sms-1",
            "Your code is 481 516",
            Optional.of(new Code("481516")),
            "labelled",
            after(60),
            false);
    var step = activate().receive(sms, after(61));
    Given.committed(storage, Change.of(step).message(sms));
    return step.order();
  }

  Order.Received another() {
    return commit(receive().another(after(90)));
  }

  Order.Closed complete() {
    return commit(receive().complete(end()));
  }

  Order.Closed cancel() {
    return commit(activate().cancel(end()));
  }

  Order.Closed withdraw() {
    return commit(activate().withdrawn("the vendor gave it up", end()));
  }

  Order.Closed expire() {
    return commit(activate().expire(end()));
  }

  Order.Closed refuse() {
    return commit(place().refuse("no numbers", end()), asking().refused("no numbers", end()));
  }

  Order.Closed fail() {
    return commit(unsettle().fail("it never arrived", end()), asking().canceled("none", end()));
  }

  private <O extends Order> O commit(Step<O> step, Attempt... attempts) {
    var change = Change.of(step);
    List.of(attempts).forEach(change::attempt);
    Given.committed(storage, change);
    return step.order();
  }

  private Attempt asking() {
    return Attempt.asking(id, 1, "ref-" + id, route, given.placedAt());
  }

  private Lease lease() {
    return new Lease(
        new LeaseRef(given.tier().provider(), "lease-" + id),
        new PhoneNumber("+44770090%04d".formatted(id.value() % 1_000)),
        route.cost(),
        given.placedAt().plus(given.lifetime()),
        after(120),
        true,
        false,
        given.tier().operator());
  }

  private Route nextRoute() {
    var key = given.tier();
    var dearer =
        new TierKey(key.provider(), key.country(), key.platform(), Optional.of("telkomsel"));
    var tier = storage.tiers().identify(List.of(dearer)).values().iterator().next();
    return new Route(
        tier,
        Given.dollars("0.5"),
        Given.rupiah(given.rupiah() + 500),
        Optional.empty(),
        10,
        Tally.NONE);
  }

  private Attempt askingNext() {
    return Attempt.asking(id, 2, "next-" + id, nextRoute(), after(121));
  }

  private Lease nextLease() {
    var first = lease();
    return new Lease(
        new LeaseRef(given.tier().provider(), "next-lease-" + id),
        first.phone(),
        nextRoute().cost(),
        first.expiresAt().plusSeconds(121),
        after(241),
        true,
        false,
        Optional.of("telkomsel"));
  }

  private Tier tier() {
    return storage.tiers().identify(List.of(given.tier())).values().iterator().next();
  }

  private Route route(Tier tier) {
    return new Route(
        tier,
        Given.dollars("0.4375"),
        Given.rupiah(given.rupiah()),
        Optional.empty(),
        10,
        Tally.NONE);
  }

  private Instant end() {
    return given.endedAt().orElseGet(() -> after(300));
  }

  private Instant after(long seconds) {
    return given.placedAt().plus(Duration.ofSeconds(seconds));
  }
}
