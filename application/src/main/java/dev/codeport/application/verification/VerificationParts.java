package dev.codeport.application.verification;

import dev.codeport.application.observe.Observer;
import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.idempotency.IdempotencyKeys;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.verification.LocalCodes;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.verification.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What the use cases of verification are made of.
 *
 * @param tests numbers to which nothing is sent, and the code that is right for each
 * @param random a cryptographically strong source
 */
public record VerificationParts(
    Verifications verifications,
    IdempotencyKeys keys,
    ListDesk lists,
    NumberPlan plan,
    Senders senders,
    LocalCodes codes,
    Wording wording,
    VerificationRules rules,
    FraudRules fraud,
    SlidingWindow phones,
    RateLimiter addresses,
    Map<PhoneNumber, OneTimeCode> tests,
    Keyring keyring,
    InstantSource clock,
    RandomGenerator random,
    Observer observer) {
  public VerificationParts {
    tests = Map.copyOf(tests);
  }

  ShownVerification show(Verification verification, Instant now) {
    return new ShownVerification(verification, rules.next(verification, now));
  }

  ShownVerification show(Verification verification) {
    return show(verification, clock.instant());
  }
}
