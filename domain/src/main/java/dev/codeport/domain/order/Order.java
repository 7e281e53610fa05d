package dev.codeport.domain.order;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.Outcome;
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
 *     │ ▲▲ ◄────move─────  │                    │    ▲─┘
 *     │ └┘ reroute, look   │ cancel, expire     │ finish, expire
 *     │    again           ▼                    │
 *     └─refuse, fail,──► Closed ◄───────────────┘
 *       cancel
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

  /** The number's own digits; empty also when they were erased since. */
  default Optional<PhoneNumber> phone() {
    return leased().map(Lease::phone).filter(phone -> !phone.equals(PhoneNumber.ERASED));
  }

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
   * @param movedAt since when vendors are being asked for another number, if it had one before
   * @param lookAt when vendors are asked again, if none has another number at present
   */
  record Placed(
      OrderTerms terms,
      long revision,
      Charge charge,
      boolean unsettled,
      Optional<Instant> movedAt,
      Optional<Instant> lookAt)
      implements Order {
    public Placed(OrderTerms terms, long revision, Charge charge, boolean unsettled) {
      this(terms, revision, charge, unsettled, Optional.empty(), Optional.empty());
    }

    private Placed next(Charge next, boolean isUnsettled, Optional<Instant> askedSince) {
      return new Placed(terms, revision + 1, next, isUnsettled, askedSince, Optional.empty());
    }

    /** Whether the customer does not know of it yet: a first vendor is just being asked. */
    public boolean isHidden() {
      return !unsettled && movedAt.isEmpty();
    }

    /** Since when a vendor is being asked. */
    Instant askedSince() {
      return movedAt.orElse(terms.placedAt());
    }

    /** Holds the price. */
    public static Step<Placed> place(OrderTerms terms, Route route) {
      var placed = new Placed(terms, 1, Charge.of(route), false);
      return Step.to(
          placed, Entry.hold(terms.account(), terms.id(), route.price(), terms.placedAt()));
    }

    /** On to another vendor after a definite no; the hold follows the price. */
    public Step<Placed> reroute(Route route, Instant now) {
      var next = next(Charge.of(route), false, lookAt.isPresent() ? Optional.of(now) : movedAt);
      var more = route.price().minus(charge.price());
      var step =
          more.isZero() ? Step.to(next) : Step.to(next, Entry.raise(account(), id(), more, now));
      return step.telling(refusal(now));
    }

    /**
     * Asking for a number again that was had before tells nothing of the tier; nor does it when
     * nobody was asked.
     */
    private List<Outcome> refusal(Instant now) {
      return terms.parent().isEmpty() && lookAt.isEmpty()
          ? List.of(Outcome.refused(charge.tier().id(), now))
          : List.of();
    }

    /** The vendor's answer got lost. */
    public Step<Placed> unsettle() {
      return Step.to(next(charge, true, movedAt));
    }

    /** Whether it had a number before, and another would have time enough then. */
    public boolean mayLookAgain(Instant then) {
      return movedAt.isPresent()
          && terms.pursuit().filter(pursuit -> pursuit.isWorthwhile(then)).isPresent();
    }

    /** Nobody has another number now; the price stays held, and vendors are asked again then. */
    public Step<Placed> lookAgain(Instant then, Instant now) {
      var next = new Placed(terms, revision + 1, charge, false, movedAt, Optional.of(then));
      return Step.to(next).telling(refusal(now));
    }

    /** The customer does not want to wait for another number; none is being asked for. */
    public Step<Closed> cancel(Instant now) {
      return close(Ending.CANCELED, Optional.empty(), Event.Type.ORDER_CANCELED, now);
    }

    /** A number is ours. */
    public Step<Active> activate(Lease lease, Instant now) {
      return Step.to(
          new Active(terms, revision + 1, charge, lease, now, Active.firstPlan(terms, lease, now)),
          Event.of(account(), Event.Type.ORDER_ACTIVATED, id(), now));
    }

    /** No vendor gave a number; unless it had one before, the customer never saw the order. */
    public Step<Closed> refuse(String reason, Instant now) {
      var step =
          movedAt.isPresent()
              ? fail(reason, now)
              : close(Ending.REFUSED, Optional.of(reason), Event.Type.ORDER_REFUSED, now);
      return step.telling(refusal(now));
    }

    /** The lost answer turned out to be a no. */
    public Step<Closed> fail(String reason, Instant now) {
      return close(Ending.FAILED, Optional.of(reason), Event.Type.ORDER_CANCELED, now);
    }

    private Step<Closed> close(
        Ending ending, Optional<String> reason, Event.Type type, Instant now) {
      var closed =
          new Closed(
              terms, revision + 1, charge, Optional.empty(), Optional.empty(), ending, now, reason);
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
   * @param plan what is to become of the number if nothing comes
   */
  record Active(
      OrderTerms terms, long revision, Charge charge, Lease lease, Instant activatedAt, Plan plan)
      implements Order {

    private static Plan firstPlan(OrderTerms terms, Lease lease, Instant activatedAt) {
      return terms
          .pursuit()
          .flatMap(pursuit -> pursuit.moveAt(activatedAt, lease.cancelableFrom()))
          .<Plan>map(Plan.MoveAt::new)
          .orElse(Plan.WAIT);
    }

    /**
     * Until when it is waited: the vendor's time, or the customer's, which does not end before the
     * vendor takes the number back.
     */
    public Instant endsAt() {
      return terms
          .pursuit()
          .map(Pursuit::codeBy)
          .map(by -> by.isBefore(lease.cancelableFrom()) ? lease.cancelableFrom() : by)
          .filter(by -> by.isBefore(lease.expiresAt()))
          .orElse(lease.expiresAt());
    }

    /** Since when the vendor is being asked to cancel, if it is. */
    public Optional<Instant> cancelAskedAt() {
      return plan instanceof Plan.Canceling asked ? Optional.of(asked.since()) : Optional.empty();
    }

    /** Whether it is to go on to another number, and one would have time enough. */
    public boolean mayMove(Instant now) {
      return terms.pursuit().filter(pursuit -> pursuit.isWorthwhile(now)).isPresent();
    }

    /** The first SMS: it is paid for now. */
    public Step<Received> receive(Sms sms, Instant now) {
      var next =
          new Received(
              terms, revision + 1, charge, lease, Inbox.first(sms), false, Optional.empty());
      return Step.to(
              next,
              Entry.capture(account(), id(), charge.price(), now),
              Event.ofSms(account(), Event.Type.SMS_RECEIVED, id(), sms.revision(), now))
          .telling(List.of(Outcome.arrived(charge.tier().id(), activatedAt, now)));
    }

    /** The customer wants the number given back as soon as that is allowed. */
    public Step<Active> queueCancel(Instant at) {
      return planning(new Plan.CancelAt(at));
    }

    /** The vendor is about to be asked to take the number back. */
    public Step<Active> askCancel(Instant now) {
      return planning(new Plan.Canceling(now));
    }

    /** The number is not given back; what was planned when it came counts again. */
    public Step<Active> keep() {
      return planning(firstPlan(terms, lease, activatedAt));
    }

    /** Another number is looked for, from then on. */
    public Step<Active> moveAt(Instant at) {
      return planning(new Plan.MoveAt(at));
    }

    /** The vendor is about to be asked to take the number back, because another is to be had. */
    public Step<Active> leave(Instant now) {
      return planning(new Plan.Leaving(now));
    }

    /** This number is the last. */
    public Step<Active> stay() {
      return planning(Plan.WAIT);
    }

    private Step<Active> planning(Plan next) {
      return Step.to(new Active(terms, revision + 1, charge, lease, activatedAt, next));
    }

    /**
     * The vendor took it back, another vendor or tier is being asked; the hold follows the price.
     */
    public Step<Placed> move(Route route, Instant now) {
      var next =
          new Placed(
              terms, revision + 1, Charge.of(route), false, Optional.of(now), Optional.empty());
      var event = Event.of(account(), Event.Type.ORDER_MOVED, id(), now);
      var more = route.price().minus(charge.price());
      var step =
          more.isZero()
              ? Step.to(next, event)
              : Step.to(next, Entry.raise(account(), id(), more, now), event);
      return step.telling(miss(now));
    }

    private List<Outcome> miss(Instant now) {
      return Outcome.missed(charge.tier().id(), activatedAt, now).stream().toList();
    }

    /** The vendor took it back, and there is no other number after all. */
    public Step<Closed> fail(String reason, Instant now) {
      return close(Ending.FAILED, Optional.of(reason), Event.Type.ORDER_CANCELED, now);
    }

    /** The vendor took it back on the customer's wish. */
    public Step<Closed> cancel(Instant now) {
      return close(Ending.CANCELED, Optional.empty(), Event.Type.ORDER_CANCELED, now);
    }

    /** The vendor gave it up by itself before its time. */
    public Step<Closed> withdrawn(String reason, Instant now) {
      return close(Ending.CANCELED, Optional.of(reason), Event.Type.ORDER_CANCELED, now)
          .telling(List.of(Outcome.withdrawn(charge.tier().id(), activatedAt, now)));
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
              Event.of(account(), type, id(), now))
          .telling(miss(now));
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
          next, Event.ofSms(account(), Event.Type.SMS_RECEIVED, id(), sms.revision(), now));
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
      implements Order {

    /** Without number, code and text; the order itself stays, at the same revision. */
    public Closed erased() {
      return new Closed(
          terms,
          revision,
          charge,
          leased.map(Lease::erased),
          received.map(Inbox::erased),
          ending,
          closedAt,
          reason);
    }
  }
}
