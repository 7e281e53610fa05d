package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.CancelResult.Canceled;
import dev.codeport.domain.pool.CancelResult.HasSms;
import dev.codeport.domain.pool.CancelResult.TooEarly;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.kit.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a lease on by {@code setStatus}. A refusal that may only mean "that was done before" is
 * settled by a look at the lease.
 */
final class Steps {
  private static final Set<String> END_WORDS =
      Set.of("STATUS_CANCEL", "ACCESS_ACTIVATION", "ACCESS_CANCEL");
  private static final Set<Meaning> PERHAPS_BEFORE =
      Set.of(Meaning.NO_ACTIVATION, Meaning.WRONG_STATE, Meaning.CANCELED, Meaning.HAS_SMS);
  private static final Set<Meaning> MAYBE_LATER =
      Set.of(Meaning.TURNED_AWAY, Meaning.SERVER, Meaning.UNKNOWN);

  private final Vendor vendor;
  private final Polls polls;

  Steps(Vendor vendor, Polls polls) {
    this.vendor = vendor;
    this.polls = polls;
  }

  StepResult another(LeaseRef lease) {
    return switch (set(vendor.client().deadline(), lease, 3)) {
      case Said.Token token when token.is("ACCESS_RETRY_GET") -> new StepResult.Done();
      case Said.Token token -> refused(token);
      case Said.Document document -> new StepResult.Unavailable(document.toString());
      case Said.Garbage garbage -> new StepResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new StepResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new StepResult.Unavailable(no.reason());
    };
  }

  StepResult finish(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (set(deadline, lease, 6)) {
      case Said.Token token when token.is("ACCESS_ACTIVATION") -> {
        polls.finished(lease);
        yield new StepResult.Done();
      }
      case Said.Token token ->
          isSettledByLook(token) && isOver(deadline, lease)
              ? new StepResult.Done()
              : refused(token);
      case Said.Document document -> new StepResult.Unavailable(document.toString());
      case Said.Garbage garbage -> new StepResult.Unavailable(garbage.toString());
      case Said.NotHeard no -> new StepResult.Unavailable(no.reason());
      case Said.NotAnswered no -> new StepResult.Unavailable(no.reason());
    };
  }

  CancelResult cancel(LeaseRef lease) {
    var deadline = vendor.client().deadline();
    return switch (set(deadline, lease, vendor.dialect().cancel())) {
      case Said.Token token when token.is("ACCESS_CANCEL") -> new Canceled();
      case Said.Token token -> notCanceled(deadline, lease, token);
      case Said.Document document -> new CancelResult.Unknown(document.toString());
      case Said.Garbage garbage ->
          undone(
              HandlerApiFaults.ofStatus(garbage.status()),
              garbage.toString(),
              garbage.retryAfter());
      case Said.NotHeard no -> new CancelResult.Unavailable(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new CancelResult.Unknown(no.reason());
    };
  }

  private CancelResult notCanceled(Deadline deadline, LeaseRef lease, Said.Token token) {
    return isSettledByLook(token)
        ? look(deadline, lease, token)
        : undone(HandlerApiFaults.of(token), token.name(), token.retryAfter());
  }

  private CancelResult look(Deadline deadline, LeaseRef lease, Said.Token token) {
    var news = polls.one(deadline, lease);
    if (news.isEmpty()) {
      return new CancelResult.Unknown(token.name());
    }
    boolean sms = !news.get().messages().isEmpty();
    return switch (news.get().state()) {
      case CANCELED -> new Canceled();
      case FINISHED -> new HasSms();
      case OPEN -> sms ? new HasSms() : new CancelResult.Refused(token.name());
      case UNKNOWN -> new CancelResult.Refused(token.name());
    };
  }

  private static CancelResult undone(
      Meaning meaning, String detail, Optional<Duration> retryAfter) {
    return switch (meaning) {
      case CANCELED -> new Canceled();
      case TOO_EARLY -> new TooEarly(Optional.empty());
      case HAS_SMS -> new HasSms();
      case TURNED_AWAY -> new CancelResult.Unavailable(retryAfter, detail);
      case SERVER, UNKNOWN -> new CancelResult.Unknown(detail);
      case NO_NUMBERS,
          PRICE,
          BALANCE,
          ACCOUNT,
          UNSUPPORTED,
          REQUEST,
          NO_ACTIVATION,
          WRONG_STATE,
          NOT_AGAIN,
          NOTHING,
          DUPLICATE ->
          new CancelResult.Refused(detail);
    };
  }

  private static boolean isSettledByLook(Said.Token token) {
    return END_WORDS.contains(token.name()) || PERHAPS_BEFORE.contains(HandlerApiFaults.of(token));
  }

  private boolean isOver(Deadline deadline, LeaseRef lease) {
    return polls
        .one(deadline, lease)
        .map(LeaseNews::state)
        .filter(state -> state == State.FINISHED || state == State.CANCELED)
        .isPresent();
  }

  private static StepResult refused(Said.Token token) {
    return MAYBE_LATER.contains(HandlerApiFaults.of(token))
        ? new StepResult.Unavailable(token.name())
        : new StepResult.Refused(token.name());
  }

  private Said set(Deadline deadline, LeaseRef lease, int status) {
    var parameters = Map.of("id", lease.id(), "status", Integer.toString(status));
    return vendor.client().ask(deadline, "setStatus", parameters);
  }
}
