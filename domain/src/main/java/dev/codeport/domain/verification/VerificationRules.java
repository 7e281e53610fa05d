package dev.codeport.domain.verification;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the operator decides about verifications.
 *
 * @param codeLength unless a request says another, 4 to 10
 * @param life how long a code is good, 30 seconds to 10 minutes
 * @param mostGuesses for one verification, 1 to 10, whatever is sent again
 * @param phone how often a code may be sent to one phone
 * @param address how often for one network address: an IPv4 address, or an IPv6 network of 64 bits
 * @param dailySends to one phone on one day (UTC), kept durably
 * @param mostFailures how many guesses in a row may be wrong for one phone before it is locked
 * @param lock how long it is
 * @param quiet for how long the same request without a key is taken for a repetition
 */
public record VerificationRules(
    int codeLength,
    Duration life,
    int mostGuesses,
    Quota phone,
    Limit address,
    int dailySends,
    int mostFailures,
    Duration lock,
    Duration quiet) {
  public static final VerificationRules STANDARD =
      new VerificationRules(
          6,
          Duration.ofMinutes(10),
          5,
          new Quota(
              List.of(
                  Limit.of(5).per(Duration.ofMinutes(10)),
                  Limit.of(10).per(Duration.ofHours(1)),
                  Limit.of(20).per(Duration.ofDays(1))),
              List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120))),
          Limit.of(10).per(Duration.ofHours(1)),
          20,
          100,
          Duration.ofDays(1),
          Duration.ofSeconds(15));

  public VerificationRules {
    if (life.compareTo(Duration.ofSeconds(30)) < 0 || life.compareTo(Terms.LONGEST_LIFE) > 0) {
      throw new IllegalArgumentException("a code lives for 30 seconds to 10 minutes");
    }
    if (codeLength < OneTimeCode.SHORTEST || codeLength > OneTimeCode.LONGEST) {
      throw new IllegalArgumentException("a code has 4 to 10 digits");
    }
    if (mostGuesses < 1 || mostGuesses > 10) {
      throw new IllegalArgumentException("there are 1 to 10 guesses");
    }
    if (mostFailures < mostGuesses || mostFailures > 100) {
      throw new IllegalArgumentException(
          "a phone is locked after at least the guesses of one verification, and at most 100");
    }
    if (dailySends < 1) {
      throw new IllegalArgumentException("at least one send a day is allowed");
    }
  }

  /** What one may do with it, and from when on. */
  public Next next(Verification verification, Instant now) {
    if (!verification.isOpen() || verification.terms().isOver(now)) {
      return Next.NOTHING;
    }
    var pause = phone.pauseAfter(verification.progress().rounds());
    var resend = verification.progress().askedAt().plus(pause);
    return new Next(
        Optional.of(resend).filter(at -> at.isBefore(verification.terms().expiresAt())),
        verification.guessesLeft() > 0 ? Optional.of(now) : Optional.empty());
  }

  /**
   * @param resendAt the earliest moment at which it can be sent again; none if it cannot
   * @param checkAt the earliest moment at which a guess is taken; none if none is any more
   */
  public record Next(Optional<Instant> resendAt, Optional<Instant> checkAt) {
    public static final Next NOTHING = new Next(Optional.empty(), Optional.empty());
  }
}
