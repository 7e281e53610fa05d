package dev.codeport.memory;

import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.CapReached;
import dev.codeport.domain.verification.VerificationCommit.PhoneLocked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is counted for one phone of one account.
 *
 * @param day the latest on which something was counted (UTC)
 * @param sends on it
 * @param failures guesses in a row that may have been wrong
 */
record PhoneTally(LocalDate day, int sends, int failures, Optional<Instant> lockedUntil) {
  static final PhoneTally NOTHING = new PhoneTally(LocalDate.MIN, 0, 0, Optional.empty());

  /** Why this is not counted any more. */
  Optional<VerificationCommit> refusal(Tally tally, Instant at) {
    return switch (tally) {
      case Tally.Nothing nothing -> Optional.empty();
      case Tally.Success success -> Optional.empty();
      case Tally.Unsent unsent -> Optional.empty();
      case Tally.Guess guess -> locked(at);
      case Tally.Send send ->
          locked(at).or(() -> on(at).sends < send.most() ? Optional.empty() : capReached(at));
    };
  }

  PhoneTally after(Tally tally, Instant at) {
    var today = on(at);
    return switch (tally) {
      case Tally.Nothing nothing -> this;
      case Tally.Success success -> unlocked();
      case Tally.Unsent unsent -> without(dayOf(unsent.at()));
      case Tally.Send send ->
          new PhoneTally(today.day, today.sends + 1, today.failures, lockedUntil);
      case Tally.Guess guess -> today.guessed(guess, at);
    };
  }

  private PhoneTally without(LocalDate sendOf) {
    return day.equals(sendOf) && sends > 0
        ? new PhoneTally(day, sends - 1, failures, lockedUntil)
        : this;
  }

  PhoneTally unlocked() {
    return new PhoneTally(day, sends, 0, Optional.empty());
  }

  Optional<Instant> lockedUntil(Instant now) {
    return lockedUntil.filter(now::isBefore);
  }

  /** Whether it matters neither at that moment nor later. */
  boolean isOver(Instant moment) {
    return day.isBefore(dayOf(moment)) && lockedUntil(moment).isEmpty();
  }

  private PhoneTally guessed(Tally.Guess guess, Instant at) {
    int wrong = lockedUntil.isEmpty() ? failures + 1 : 1;
    return new PhoneTally(
        day,
        sends,
        wrong,
        wrong < guess.most() ? Optional.empty() : Optional.of(at.plus(guess.lock())));
  }

  /** Whoever's clock is still at the day before counts for the later day. */
  private PhoneTally on(Instant at) {
    return day.isBefore(dayOf(at)) ? new PhoneTally(dayOf(at), 0, failures, lockedUntil) : this;
  }

  private Optional<VerificationCommit> locked(Instant at) {
    return lockedUntil(at).map(PhoneLocked::new);
  }

  private Optional<VerificationCommit> capReached(Instant at) {
    var tomorrow = on(at).day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return Optional.of(new CapReached(tomorrow));
  }

  private static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
