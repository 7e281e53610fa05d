package dev.codeport.http.console.customer;

import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.verification.Dispatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the template {@code verification} shows.
 *
 * @param blocked whether a rule was against it
 * @param key under which a code is sent again once
 */
public record VerificationPage(
    VerificationLine verification,
    String locale,
    int codeLength,
    boolean canCheck,
    Optional<Instant> resendAt,
    boolean canResend,
    Optional<String> address,
    boolean test,
    Optional<Instant> endedAt,
    List<Dispatch> dispatches,
    boolean blocked,
    List<Finding> findings,
    String key) {
  /** What a constant is called outside. */
  public static String word(Enum<?> constant) {
    return VerificationLine.word(constant);
  }
}
