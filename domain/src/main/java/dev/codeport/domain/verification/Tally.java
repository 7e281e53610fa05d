package dev.codeport.domain.verification;

import java.time.Duration;
import java.time.Instant;

/** What a change counts for its phone, durably, by account and phone. */
public sealed interface Tally {
  record Nothing() implements Tally {}

  /**
   * A round of sending; refused while the phone is locked.
   *
   * @param most on one day (UTC)
   */
  record Send(int most) implements Tally {}

  /**
   * A round of which surely nothing was sent: it does not count any more.
   *
   * @param at when it was counted
   */
  record Unsent(Instant at) implements Tally {}

  /**
   * A guess is spent: it counts as wrong until {@link Success} says otherwise. The one that makes
   * {@code most} locks the phone, and is still compared; while it is locked none is taken. When the
   * lock is over, counting begins anew.
   *
   * @param most in a row
   */
  record Guess(int most, Duration lock) implements Tally {}

  /** The guesses counted so far are forgotten, and so is a lock. */
  record Success() implements Tally {}
}
