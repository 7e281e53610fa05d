package dev.codeport.http.console.customer;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.api.verification.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A verification in a list.
 *
 * @param phone none where it has been erased since
 * @param state as the API calls it; its text has the key {@code verification.<state>}
 */
public record VerificationLine(
    String id,
    Optional<String> phone,
    String channel,
    String state,
    Optional<String> reason,
    boolean open,
    int sends,
    int guessesLeft,
    Instant startedAt,
    Instant expiresAt) {
  static VerificationLine of(ShownVerification shown, Instant now) {
    var verification = shown.verification();
    var terms = verification.terms();
    var standing = Standing.of(verification, now);
    return new VerificationLine(
        verification.id().hex(),
        Optional.of(terms.phone())
            .filter(phone -> !phone.equals(PhoneNumber.ERASED))
            .map(PhoneNumber::e164),
        word(terms.channel()),
        standing.state(),
        standing.reason().map(VerificationLine::word),
        standing.isOpen(),
        verification.progress().rounds(),
        standing.isOpen() ? verification.guessesLeft() : 0,
        terms.startedAt(),
        terms.expiresAt());
  }

  /** How its state is painted. */
  public String tone() {
    return switch (state) {
      case "started", "sent" -> "wait";
      case "verified" -> "good";
      default -> Optional.of("blocked").equals(reason) ? "bad" : "";
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The same, for {@link Verification.Reason} and the like. */
  public String reasonKey() {
    return reason.map(why -> "reason." + why).orElse("");
  }
}
