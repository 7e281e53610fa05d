package dev.codeport.application.verification;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.util.Optional;

final class ResendVerificationService implements ResendVerification {
  private final VerificationParts parts;
  private final Replays replays;
  private final Resending resending;

  ResendVerificationService(VerificationParts parts) {
    this.parts = parts;
    this.replays = new Replays(parts);
    this.resending = new Resending(parts);
  }

  @Override
  public Result resendVerification(
      AccountId account, VerificationId id, Optional<Repeatable> repeatable) {
    var now = parts.clock().instant();
    var found = parts.verifications().find(account, id);
    if (found.isEmpty()) {
      return new NotFound();
    }
    return switch (replays.find(account, repeatable)) {
      case Replays.None none -> again(found.get(), repeatable, Optional.empty(), now);
      case Replays.Fruitless former ->
          again(found.get(), repeatable, Optional.of(former.claim()), now);
      case Replays.Done done -> new Done(replayed(done.verification(), now));
      case Replays.Reused reused -> new Done(new StartVerification.KeyReused());
    };
  }

  private Result again(
      Verification found, Optional<Repeatable> repeatable, Optional<Claim> fruitless, Instant now) {
    if (!found.isOpen() || found.terms().isOver(now) || found.guessesLeft() == 0) {
      return new Ended(parts.show(found, now));
    }
    return new Done(
        repeatable.isEmpty() && isRepetition(found, now)
            ? replayed(found, now)
            : resending.again(
                found, repeatable, fruitless, Optional.empty(), Optional.empty(), now));
  }

  /** A second round began just now: this is the same request once more. */
  private boolean isRepetition(Verification found, Instant now) {
    return found.progress().rounds() > 1
        && now.isBefore(found.progress().askedAt().plus(parts.rules().quiet()));
  }

  private StartVerification.Result replayed(Verification verification, Instant now) {
    return new StartVerification.Replayed(parts.show(verification, now));
  }
}
