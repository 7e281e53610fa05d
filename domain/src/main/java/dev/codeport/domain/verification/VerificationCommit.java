package dev.codeport.domain.verification;

import dev.codeport.domain.idempotency.Claim;
import java.time.Instant;

/** What became of a change. In all cases but the first nothing of it took effect. */
public sealed interface VerificationCommit {
  /** All of it is durable. */
  record Committed() implements VerificationCommit {}

  /**
   * Somebody was faster: a verification is not at the revision the change was decided on, or the
   * phone has another one open. Read and decide again.
   */
  record Stale() implements VerificationCommit {}

  /** The key is taken, by this claim. */
  record KeyTaken(Claim claim) implements VerificationCommit {}

  /**
   * No more is sent to this phone today.
   *
   * @param until the beginning of the next day (UTC)
   */
  record CapReached(Instant until) implements VerificationCommit {}

  /** Too many guesses in a row were wrong. */
  record PhoneLocked(Instant until) implements VerificationCommit {}
}
