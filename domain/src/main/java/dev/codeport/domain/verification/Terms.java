package dev.codeport.domain.verification;

import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a verification began with, and never changes.
 *
 * @param region whose number the phone's is, as far as it is known
 * @param intent what was asked for, to recognise it when it is asked for again
 * @param codeLength 4 to 10
 * @param mostGuesses how many guesses there are in all; 1 to 10
 * @param expiresAt after which no guess is right; at most ten minutes after the start
 * @param address of the person who wants the code, in text form, as far as it is known
 * @param judgement why it was let through, or was not
 * @param test whether it is a test number: nothing is sent, and limits do not apply
 */
public record Terms(
    VerificationId id,
    AccountId account,
    PhoneNumber phone,
    Optional<Region> region,
    Channel channel,
    Locale locale,
    Fingerprint intent,
    int codeLength,
    int mostGuesses,
    Instant startedAt,
    Instant expiresAt,
    Optional<String> address,
    Judgement judgement,
    boolean test) {
  public static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  public Terms {
    if (codeLength < OneTimeCode.SHORTEST || codeLength > OneTimeCode.LONGEST) {
      throw new IllegalArgumentException("a code has 4 to 10 digits");
    }
    if (mostGuesses < 1 || mostGuesses > 10) {
      throw new IllegalArgumentException("there are 1 to 10 guesses");
    }
    if (!expiresAt.isAfter(startedAt) || expiresAt.isAfter(startedAt.plus(LONGEST_LIFE))) {
      throw new IllegalArgumentException("a code lives for ten minutes at most");
    }
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
