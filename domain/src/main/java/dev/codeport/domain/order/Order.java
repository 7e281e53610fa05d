package dev.codeport.domain.order;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.Route;
import dev.codeport.domain.wallet.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order, in one of four states; each knows what may happen to it next, and nothing else
 * compiles.
 *
 * <pre>
 *   Placed ──activate──► Active ──receive──► Received ─┐ receive, another
 *     │ ▲ reroute          │                    │    ▲─┘
 *     │ └──┘               │ cancel, expire     │ finish, expire
 *     └─refuse, fail──► Closed ◄────────────────┘
 * </pre>
 *
 * <p>Every move raises the {@link #revision} by one; storage takes a state only on top of the
 * revision it was decided on.
 */
public sealed interface Order {
  OrderTerms terms();

  /** 1 when placed, one more with every move. */
  long revision();

  /** The tier asked or taken, and the price held or paid. */
  Charge charge();

  /** The number, once a vendor gave one. */
  Optional<Lease> leased();

  /** What arrived before the end, once something did. */
  Optional<Inbox> received();

  default OrderId id() {
    return terms().id();
  }

  default AccountId account() {
    return terms().account();
  }

  /**
   * The price is held, a vendor is being asked or its answer got lost; nobody knows of a number
   * yet.
   *
   * @param unsettled whether a vendor's answer got lost
   */
  record Placed(OrderTerms terms, long revision, Charge charge, boolean unsettled)
      implements Order {

    /** Holds the price. */
    public static Step<Placed> place(OrderTerms terms, Route route) {
      var placed = new Placed(terms, 1, Charge.of(route), false);
      return Step.to(
          placed, Entry.hold(terms.account(), terms.id(), route.price(), terms.placedAt()));
    }

    /** On to another vendor after a definite no; the hold follows the price. */
    public Step<Placed> reroute(Route route, Instant now) {
      var next = new Placed(terms, revision + 1, Charge.of(route), false);
      var more = route.price().minus(charge.price());
      return more.isZero() ? Step.to(next) : Step.to(next, Entry.raise(account(), id(), more, now));
    }

    /** The vendor's answer got lost. */
    public Step<Placed> unsettle() {
      return Step.to(new Placed(terms, revision + 1, charge, true));
    }

    /** A number is ours. */
    public Step<Active> activate(Lease lease, Instant now) {
      return Step.to(
          new Active(terms, revision + 1, charge, lease, now, Optional.empty()),
          Event.of(account(), Event.Type.ORDER_ACTIVATED, id(), now));
    }

    /** No vendor gave a number, before the customer saw the order. */
    public Step<Closed> refuse(String reason, Instant now) {
      return close(Ending.REFUSED, reason, Event.Type.ORDER_REFUSED, now);
    }

    /** The lost answer turned out to be a no. */
    public Step<Closed> fail(String reason, Instant now) {
      return close(Ending.FAILED, reason, Event.Type.ORDER_CANCELED, now);
    }

    private Step<Closed> close(Ending ending, String reason, Event.Type type, Instant now) {
      var closed =
          new Closed(
              terms,
              revision + 1,
              charge,
              Optional.empty(),
              Optional.empty(),
              ending,
              now,
              Optional.of(reason));
      return Step.to(
          closed,
          Entry.release(account(), id(), charge.price(), now),
          Event.of(account(), type, id(), now));
    }

    @Override
    public Optional<Lease> leased() {
      return Optional.empty();
    }

    @Override
    public Optional<Inbox> received() {
      return Optional.empty();
    }
  }

  /**
   * A number is ours and nothing came yet.
   *
   * @param cancelAskedAt since when the vendor is being asked to take it back; an SMS wins over it
   */
  record Active(
      OrderTerms terms,
      long revision,
      Charge charge,
      Lease lease,
      Instant activatedAt,
      Optional<Instant> cancelAskedAt)
      implements Order {

    /** The first SMS: it is paid for now. */
    public Step<Received> receive(Sms sms, Instant now) {
      var next =
          new Received(
              terms, revision + 1, charge, lease, Inbox.first(sms), false, Optional.empty());
      return Step.to(
          next,
          Entry.capture(account(), id(), charge.price(), now),
          Event.ofSms(account(), Event.Type.SMS_RECEIVED, id(), 1, now));
    }

    /** The vendor is about to be asked to take the number back. */
    public Step<Active> askCancel(Instant now) {
      return Step.to(new Active(terms, revision + 1, charge, lease, activatedAt, Optional.of(now)));
    }

    /** The vendor keeps us to it. */
    public Step<Active> keep() {
      return Step.to(new Active(terms, revision + 1, charge, lease, activatedAt, Optional.empty()));
    }

    /** The vendor took it back on the customer's wish. */
    public Step<Closed> cancel(Instant now) {
      return close(Ending.CANCELED, Optional.empty(), Event.Type.ORDER_CANCELED, now);
    }

    /** The vendor gave it up by itself before its time. */
    public Step<Closed> withdrawn(String reason, Instant now) {
      return close(Ending.CANCELED, Optional.of(reason), Event.Type.ORDER_CANCELED, now);
    }

    public Step<Closed> expire(Instant now) {
      return close(Ending.EXPIRED, Optional.empty(), Event.Type.ORDER_EXPIRED, now);
    }

    private Step<Closed> close(
        Ending ending, Optional<String> reason, Event.Type type, Instant now) {
      var closed =
          new Closed(
              terms,
              revision + 1,
              charge,
              Optional.of(lease),
              Optional.empty(),
              ending,
              now,
              reason);
      return Step.to(
          closed,
          Entry.release(account(), id(), charge.price(), now),
          Event.of(account(), type, id(), now));
    }

    @Override
    public Optional<Lease> leased() {
      return Optional.of(lease);
    }

    @Override
    public Optional<Inbox> received() {
      return Optional.empty();
    }
  }

  /**
   * At least one SMS came, it is paid for, and can never be canceled again.
   *
   * @param awaiting whether another code was asked for and has not come
   * @param askedAt when another code was last asked for
   */
  record Received(
      OrderTerms terms,
      long revision,
      Charge charge,
      Lease lease,
      Inbox inbox,
      boolean awaiting,
      Optional<Instant> askedAt)
      implements Order {

    public Step<Received> receive(Sms sms, Instant now) {
      var next = new Received(terms, revision + 1, charge, lease, inbox.and(sms), false, askedAt);
      return Step.to(
          next,
          Event.ofSms(account(), Event.Type.SMS_RECEIVED, id(), next.inbox().revision(), now));
    }

    /** The vendor was asked for another code; what came before stays. */
    public Step<Received> another(Instant now) {
      return Step.to(
          new Received(terms, revision + 1, charge, lease, inbox, true, Optional.of(now)),
          Event.of(account(), Event.Type.ANOTHER_CODE_REQUESTED, id(), now));
    }

    /** The customer is done, or the time is over. */
    public Step<Closed> complete(Instant now) {
      var closed =
          new Closed(
              terms,
              revision + 1,
              charge,
              Optional.of(lease),
              Optional.of(inbox),
              Ending.COMPLETED,
              now,
              Optional.empty());
      return new Step<>(
          closed, List.of(), List.of(Event.of(account(), Event.Type.ORDER_COMPLETED, id(), now)));
    }

    @Override
    public Optional<Lease> leased() {
      return Optional.of(lease);
    }

    @Override
    public Optional<Inbox> received() {
      return Optional.of(inbox);
    }
  }

  /**
   * The end.
   *
   * @param reason why it failed, for people; none when nothing failed
   */
  record Closed(
      OrderTerms terms,
      long revision,
      Charge charge,
      Optional<Lease> leased,
      Optional<Inbox> received,
      Ending ending,
      Instant closedAt,
      Optional<String> reason)
      implements Order {}
}
