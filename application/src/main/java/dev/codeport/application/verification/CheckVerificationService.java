package dev.codeport.application.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.CodeMark;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.time.Instant;
import java.util.Optional;

final class CheckVerificationService implements CheckVerification {
  /**
   * Compared with what is known to be wrong, so that an unknown id costs as much as a known one.
   */
  private final CodeMark nobodys;

  private final VerificationParts parts;

  CheckVerificationService(VerificationParts parts) {
    this.parts = parts;
    this.nobodys = new CodeMark(parts.keyring().currentKey(), "", "0".repeat(64));
  }

  @Override
  public Result checkVerification(AccountId account, VerificationId id, OneTimeCode guess) {
    var result =
        parts
            .verifications()
            .find(account, id)
            .map(found -> check(found, guess))
            .orElseGet(() -> unknown(id, guess));
    parts.observer().guessChecked(word(result));
    return result;
  }

  @Override
  public Result checkVerification(AccountId account, PhoneNumber phone, OneTimeCode guess) {
    return parts
        .verifications()
        .open(account, phone)
        .map(open -> checkVerification(account, open.id(), guess))
        .orElseGet(NotFound::new);
  }

  private Result unknown(VerificationId id, OneTimeCode guess) {
    return parts.codes().matches(id, nobodys, guess)
        ? new Unavailable(Optional.empty())
        : new NotFound();
  }

  private Result check(Verification found, OneTimeCode guess) {
    var now = parts.clock().instant();
    return switch (found) {
      case Verification.Verified verified -> new Ended(parts.show(verified, now));
      case Verification.Failed failed -> new Ended(parts.show(failed, now));
      case Verification.Started started ->
          started.terms().isOver(now)
              ? new Ended(parts.show(started, now))
              : new NotSent(parts.show(started, now));
      case Verification.Sent sent -> check(sent, guess, now);
    };
  }

  private Result check(Verification.Sent sent, OneTimeCode guess, Instant now) {
    if (sent.terms().isOver(now) || sent.guessesLeft() == 0) {
      return new Ended(parts.show(sent, now));
    }
    if (sent.carried().equals(Carried.NOTHING)) {
      return new NotSent(parts.show(sent, now));
    }
    var spent = sent.guess();
    var rules = parts.rules();
    var change =
        VerificationChange.of(spent, now)
            .tally(new Tally.Guess(rules.mostFailures(), rules.lock()))
            .build();
    return switch (parts.verifications().commit(change)) {
      case VerificationCommit.Committed committed -> compare(spent, guess);
      case VerificationCommit.Stale stale -> check(latest(sent), guess);
      case VerificationCommit.PhoneLocked locked -> new PhoneLocked(locked.until());
      case VerificationCommit.KeyTaken taken -> throw unexpected(taken);
      case VerificationCommit.CapReached cap -> throw unexpected(cap);
    };
  }

  private Result compare(Verification.Sent spent, OneTimeCode guess) {
    if (spent.carried().ours() && parts.codes().matches(spent.id(), spent.mark(), guess)) {
      return right(spent);
    }
    return spent
        .carried()
        .theirs()
        .map(theirs -> ask(spent, theirs, guess))
        .orElseGet(() -> wrong(spent));
  }

  private Result ask(Verification.Sent spent, Verification.Theirs theirs, OneTimeCode guess) {
    if (!(parts.senders().find(theirs.sender()).orElse(null) instanceof OtpSender sender)) {
      return new Unavailable(Optional.empty());
    }
    return switch (sender.check(theirs.handle(), guess)) {
      case CheckResult.Right right -> right(spent);
      case CheckResult.Wrong wrong -> wrong(spent);
      case CheckResult.UsedUp used -> over(spent);
      case CheckResult.Gone gone -> gone.tooMany() ? exhausted(spent) : over(spent);
      case CheckResult.Unavailable away -> new Unavailable(away.retryAfter());
      case CheckResult.Unknown unknown -> new Unavailable(Optional.empty());
    };
  }

  /** Of all that are right at once, one finds it still open. */
  private Result right(Verification.Sent sent) {
    var now = parts.clock().instant();
    var verified = sent.verified(now);
    var change = VerificationChange.of(verified, now).tally(new Tally.Success()).build();
    if (parts.verifications().commit(change) instanceof VerificationCommit.Committed) {
      return new Right(parts.show(verified, now));
    }
    return latest(sent) instanceof Verification.Sent still
        ? right(still)
        : new Ended(parts.show(latest(sent), now));
  }

  private Result wrong(Verification.Sent spent) {
    return spent.guessesLeft() == 0 ? end(spent, true) : new Wrong(parts.show(spent));
  }

  /** The sender takes no guess any more; a code of ours that also went out may still be right. */
  private Result exhausted(Verification.Sent spent) {
    return spent.carried().ours() ? wrong(spent) : end(spent, false);
  }

  /**
   * The sender has no such code any more, perhaps because another guess was right just now: it is
   * for that one to record it, so nothing ends here.
   */
  private Result over(Verification.Sent spent) {
    var now = parts.clock().instant();
    return switch (latest(spent)) {
      case Verification.Sent open when open.carried().ours() -> new Wrong(parts.show(open, now));
      case Verification.Sent open ->
          new Ended(parts.show(open.fail(Verification.Reason.EXPIRED, now), now));
      case Verification ended -> new Ended(parts.show(ended, now));
    };
  }

  private Result end(Verification.Sent spent, boolean compared) {
    var now = parts.clock().instant();
    var failed = spent.fail(Verification.Reason.TOO_MANY_GUESSES, now);
    var change = VerificationChange.of(failed, now).build();
    var shown =
        parts.verifications().commit(change) instanceof VerificationCommit.Committed
            ? parts.show(failed, now)
            : parts.show(latest(spent), now);
    return compared ? new Wrong(shown) : new Ended(shown);
  }

  private Verification latest(Verification verification) {
    return parts.verifications().find(verification.account(), verification.id()).orElseThrow();
  }

  private static IllegalStateException unexpected(VerificationCommit refused) {
    return new IllegalStateException("a guess takes no key and sends nothing: " + refused);
  }

  private static String word(Result result) {
    return switch (result) {
      case Right right -> "right";
      case Wrong wrong -> "wrong";
      case Ended ended -> "ended";
      case NotSent none -> "ended";
      case NotFound none -> "ended";
      case PhoneLocked locked -> "locked";
      case Unavailable away -> "unavailable";
    };
  }
}
