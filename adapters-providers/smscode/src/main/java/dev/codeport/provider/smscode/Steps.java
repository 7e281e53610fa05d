package dev.codeport.provider.smscode;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.CancelResult.Canceled;
import dev.codeport.domain.pool.CancelResult.HasSms;
import dev.codeport.domain.pool.CancelResult.TooEarly;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.smscode.SmsCodeWire.Order;
import java.time.Duration;
import java.util.Optional;

/**
 * Moves an order on. A refusal that may only mean "that was done before" is settled by a look at
 * the order.
 */
final class Steps {
  private final Vendor vendor;
  private final Polls polls;

  Steps(Vendor vendor, Polls polls) {
    this.vendor = vendor;
    this.polls = polls;
  }

  StepResult another(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (step(deadline, "resend", lease)) {
      case Said.Document document -> new StepResult.Done();
      case Said.Fault fault -> notAsked(deadline, lease, fault);
      case Said.Garbage garbage -> new StepResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new StepResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new StepResult.Unavailable(no.reason());
    };
  }

  StepResult finish(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (step(deadline, "finish", lease)) {
      case Said.Document document ->
          Orders.state(Order.of(document.data())) == State.FINISHED
              ? new StepResult.Done()
              : new StepResult.Unavailable("an answer that does not say it is completed");
      case Said.Fault fault -> unfinished(deadline, lease, fault);
      case Said.Garbage garbage -> new StepResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new StepResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new StepResult.Unavailable(no.reason());
    };
  }

  CancelResult cancel(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (step(deadline, "cancel", lease)) {
      case Said.Document document ->
          Orders.state(Order.of(document.data())) == State.CANCELED
              ? new Canceled()
              : new CancelResult.Unknown("an answer that does not say it is canceled");
      case Said.Fault fault -> uncanceled(deadline, lease, fault);
      case Said.Garbage garbage -> new CancelResult.Unknown(garbage.toString());
      case Said.NotHeard no -> new CancelResult.Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new CancelResult.Unknown(no.reason());
    };
  }

  /** One that waits again although it had an SMS was asked before. */
  private StepResult notAsked(Deadline deadline, LeaseRef lease, Said.Fault fault) {
    return switch (SmsCodeFaults.of(fault)) {
      case WRONG_STATE -> settled(polls.one(deadline, lease).map(Steps::waitsAgain), fault);
      case TURNED_AWAY, BEHIND, SERVER, UNKNOWN, IN_DOUBT, ACCOUNT ->
          new StepResult.Unavailable(fault.code());
      case NO_ORDER, REQUEST, NO_NUMBERS, BALANCE, TOO_EARLY ->
          new StepResult.Refused(fault.code());
    };
  }

  private static boolean waitsAgain(Order order) {
    return order.status().equals("ACTIVE") && order.hasSms();
  }

  private StepResult unfinished(Deadline deadline, LeaseRef lease, Said.Fault fault) {
    return switch (SmsCodeFaults.of(fault)) {
      case WRONG_STATE, BEHIND -> settled(polls.one(deadline, lease).map(Steps::isOver), fault);
      case TURNED_AWAY, SERVER, UNKNOWN, IN_DOUBT, ACCOUNT ->
          new StepResult.Unavailable(fault.code());
      case NO_ORDER, REQUEST, NO_NUMBERS, BALANCE, TOO_EARLY ->
          new StepResult.Refused(fault.code());
    };
  }

  private static boolean isOver(Order order) {
    return Orders.state(order) != State.OPEN;
  }

  /**
   * @param before whether it was done before; none when that could not be learnt
   */
  private static StepResult settled(Optional<Boolean> before, Said.Fault fault) {
    return before
        .<StepResult>map(
            done -> done ? new StepResult.Done() : new StepResult.Refused(fault.code()))
        .orElseGet(() -> new StepResult.Unavailable(fault.code()));
  }

  private CancelResult uncanceled(Deadline deadline, LeaseRef lease, Said.Fault fault) {
    return switch (SmsCodeFaults.of(fault)) {
      case WRONG_STATE, BEHIND -> look(deadline, lease, fault);
      case TOO_EARLY -> new TooEarly(remaining(fault));
      case TURNED_AWAY -> new CancelResult.Unavailable(fault.retryAfter(), fault.code());
      case SERVER, UNKNOWN, IN_DOUBT -> new CancelResult.Unknown(fault.code());
      case NO_ORDER, REQUEST, NO_NUMBERS, BALANCE, ACCOUNT ->
          new CancelResult.Refused(fault.code());
    };
  }

  /**
   * One that waits, had no SMS and yet cannot be given back is just being given back: its vendor
   * has not answered.
   */
  private CancelResult look(Deadline deadline, LeaseRef lease, Said.Fault fault) {
    var found = polls.one(deadline, lease);
    if (found.isEmpty()) {
      return new CancelResult.Unknown(fault.code());
    }
    var order = found.get();
    return switch (Orders.state(order)) {
      case CANCELED -> new Canceled();
      case FINISHED -> new HasSms();
      case OPEN, UNKNOWN -> {
        if (order.hasSms()) {
          yield new HasSms();
        }
        yield order.canCancel()
            ? new CancelResult.Refused(fault.code())
            : new CancelResult.Unknown(fault.code());
      }
    };
  }

  private Optional<Duration> remaining(Said.Fault fault) {
    return Fields.time(fault.details(), "cancel_available_at")
        .map(at -> Duration.between(vendor.now(), at))
        .filter(Duration::isPositive)
        .or(fault::retryAfter);
  }

  private Said step(Deadline deadline, String name, LeaseRef lease) {
    return vendor.client().tell(deadline, "orders/" + name, SmsCodeClient.about(lease));
  }
}
