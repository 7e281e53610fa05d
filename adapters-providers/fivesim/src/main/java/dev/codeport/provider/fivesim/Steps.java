package dev.codeport.provider.fivesim;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.CancelResult.Canceled;
import dev.codeport.domain.pool.CancelResult.HasSms;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.fivesim.FiveSimFaults.Meaning;
import dev.codeport.provider.fivesim.FiveSimWire.Order;
import dev.codeport.provider.kit.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  /** An order goes on collecting; there is only something to look at. */
  StepResult another(LeaseRef lease) {
    var news = polls.one(vendor.client().deadline(), lease);
    if (news.isEmpty()) {
      return new StepResult.Unavailable("no answer about it");
    }
    return news.get().state() == State.OPEN && !news.get().messages().isEmpty()
        ? new StepResult.Done()
        : new StepResult.Refused("it is over, or had no SMS yet");
  }

  StepResult finish(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (step(deadline, "finish", lease)) {
      case Said.Document document ->
          Orders.state(Order.of(document.json())) == State.FINISHED
              ? new StepResult.Done()
              : new StepResult.Unavailable("an answer that does not say it is finished");
      case Said.Line line -> unfinished(deadline, lease, FiveSimFaults.of(line), line.text());
      case Said.Garbage garbage -> new StepResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new StepResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new StepResult.Unavailable(no.reason());
    };
  }

  CancelResult cancel(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (step(deadline, "cancel", lease)) {
      case Said.Document document ->
          Orders.state(Order.of(document.json())) == State.CANCELED
              ? new Canceled()
              : new CancelResult.Unknown("an answer that does not say it is canceled");
      case Said.Line line ->
          uncanceled(deadline, lease, FiveSimFaults.of(line), line.text(), line.retryAfter());
      case Said.Garbage garbage ->
          uncanceled(
              deadline, lease, FiveSimFaults.of(garbage), garbage.toString(), garbage.retryAfter());
      case Said.NotHeard no -> new CancelResult.Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new CancelResult.Unknown(no.reason());
    };
  }

  private StepResult unfinished(Deadline deadline, LeaseRef lease, Meaning meaning, String detail) {
    return switch (meaning) {
      case NO_ORDER, NO_SMS, HAS_SMS, REQUEST ->
          isOver(polls.one(deadline, lease))
              ? new StepResult.Done()
              : new StepResult.Refused(detail);
      case TURNED_AWAY, SERVER, UNKNOWN, ACCOUNT -> new StepResult.Unavailable(detail);
      case NO_NUMBERS, BALANCE, UNSUPPORTED -> new StepResult.Refused(detail);
    };
  }

  private static boolean isOver(Optional<LeaseNews> news) {
    return news.map(LeaseNews::state)
        .filter(state -> state == State.FINISHED || state == State.CANCELED)
        .isPresent();
  }

  private CancelResult uncanceled(
      Deadline deadline,
      LeaseRef lease,
      Meaning meaning,
      String detail,
      Optional<Duration> retryAfter) {
    return switch (meaning) {
      case HAS_SMS -> new HasSms();
      case NO_ORDER, NO_SMS, REQUEST, UNSUPPORTED -> look(deadline, lease, detail);
      case TURNED_AWAY -> new CancelResult.Unavailable(retryAfter, detail);
      case SERVER, UNKNOWN -> new CancelResult.Unknown(detail);
      case NO_NUMBERS, BALANCE, ACCOUNT -> new CancelResult.Refused(detail);
    };
  }

  private CancelResult look(Deadline deadline, LeaseRef lease, String detail) {
    var news = polls.one(deadline, lease);
    if (news.isEmpty()) {
      return new CancelResult.Unknown(detail);
    }
    boolean sms = !news.get().messages().isEmpty();
    return switch (news.get().state()) {
      case CANCELED -> new Canceled();
      case FINISHED -> new HasSms();
      case OPEN -> sms ? new HasSms() : new CancelResult.Refused(detail);
      case UNKNOWN -> new CancelResult.Refused(detail);
    };
  }

  private Said step(Deadline deadline, String name, LeaseRef lease) {
    return vendor.client().ask(deadline, List.of(name, lease.id()), Map.of());
  }
}
