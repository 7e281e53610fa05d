package dev.codeport.provider.startmessaging;

import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One account.
 *
 * @param base the address without a path
 * @param webhookSecret by which what it tells unasked is signed; without one it is not listened to
 * @param codeLength of the codes it makes in {@link Generation#G1}, which does not let one choose
 * @param template of the text in {@link Generation#G3}; the account's own if empty
 * @param name of the app that a text names in {@link Generation#G3} and {@link Generation#G4}; none
 *     if empty
 * @param regions where it is asked to send; none for everywhere
 */
public record StartMessagingSettings(
    Generation generation,
    URI base,
    Secret apiKey,
    Optional<Secret> webhookSecret,
    int codeLength,
    String template,
    String name,
    Set<Region> regions,
    UpstreamLimits limits) {
  private static final URI START_MESSAGING = URI.create("https://api.startmessaging.com");
  private static final int CODE_LENGTH = 6;

  public StartMessagingSettings {
    if (apiKey.isBlank() || webhookSecret.filter(Secret::isBlank).isPresent()) {
      throw new IllegalArgumentException("a key or secret is not blank");
    }
    regions = Set.copyOf(regions);
  }

  public static StartMessagingSettings of(Generation generation, URI base, Secret apiKey) {
    return new StartMessagingSettings(
        generation,
        base,
        apiKey,
        Optional.empty(),
        CODE_LENGTH,
        "",
        "",
        Set.of(),
        UpstreamLimits.STANDARD);
  }

  public StartMessagingSettings withWebhookSecret(Secret other) {
    return new StartMessagingSettings(
        generation, base, apiKey, Optional.of(other), codeLength, template, name, regions, limits);
  }

  public StartMessagingSettings withLimits(UpstreamLimits other) {
    return new StartMessagingSettings(
        generation, base, apiKey, webhookSecret, codeLength, template, name, regions, other);
  }

  /** Reads {@code api-key} and what else an account may have. */
  static StartMessagingSettings read(Section section) {
    var settings =
        new StartMessagingSettings(
            section.value("generation", Generation.G1, Generation::named, "g1, g2, g3 or g4"),
            section.uri("url", START_MESSAGING),
            section.secret("api-key"),
            Optional.of(section.text("webhook-secret", ""))
                .filter(secret -> !secret.isEmpty())
                .map(Secret::of),
            section.number("code-length", CODE_LENGTH, 4, 10),
            section.text("template", ""),
            section.text("name", ""),
            SenderLine.regions(section),
            SenderLine.limits(section));
    section.done();
    return settings;
  }
}
