package dev.codeport.application.verification;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.util.Optional;

/** What a request that carries a key comes to when the key was used before. */
final class Replays {
  private final VerificationParts parts;

  Replays(VerificationParts parts) {
    this.parts = parts;
  }

  sealed interface Former {}

  /** The key is free. */
  record None() implements Former {}

  /** The key stands for another request. */
  record Reused() implements Former {}

  record Done(Verification verification) implements Former {}

  /** Nothing came of it: whoever takes the key again releases this claim first. */
  record Fruitless(Claim claim) implements Former {}

  Former find(AccountId account, Optional<Repeatable> request) {
    return request
        .flatMap(r -> parts.keys().find(account, r.key()).map(claim -> read(account, claim, r)))
        .orElseGet(None::new);
  }

  Former read(AccountId account, Claim claim, Repeatable request) {
    if (!claim.fingerprint().equals(meaning(request))) {
      return new Reused();
    }
    return claim
        .verification()
        .flatMap(id -> parts.verifications().find(account, id))
        .<Former>map(found -> isFruitless(found) ? new Fruitless(claim) : new Done(found))
        .orElseGet(Reused::new);
  }

  Claim claim(Repeatable request, VerificationId id, Instant now) {
    return Claim.of(request.key(), meaning(request), id, now);
  }

  /** Under a key of ours: a phone number in what is meant must not be found by trying all. */
  private Fingerprint meaning(Repeatable request) {
    return new Fingerprint(parts.keyring().hash("otp.request", request.fingerprint().hex()));
  }

  private static boolean isFruitless(Verification verification) {
    return verification instanceof Verification.Failed failed
        && failed.reason() == Verification.Reason.NOT_SENT;
  }
}
