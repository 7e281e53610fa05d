package dev.codeport.domain.webhook;

import dev.codeport.domain.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an account wants its order events sent.
 *
 * @param url an https address of at most 2048 characters
 * @param secret signs what is sent; without one it goes unsigned
 * @param disabledAt since when nothing is sent because too many deliveries failed
 * @param failures how many failed one after another
 */
public record WebhookSettings(
    Optional<String> url,
    Optional<Secret> secret,
    Optional<Instant> disabledAt,
    Optional<String> disabledReason,
    int failures) {
  public static final WebhookSettings NONE =
      new WebhookSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** The same address and secret, told to be working again. */
  public static WebhookSettings of(Optional<String> url, Optional<Secret> secret) {
    return new WebhookSettings(url, secret, Optional.empty(), Optional.empty(), 0);
  }
}
