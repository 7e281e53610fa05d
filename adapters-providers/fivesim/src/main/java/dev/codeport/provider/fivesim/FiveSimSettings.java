package dev.codeport.provider.fivesim;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;

/**
 * One vendor account.
 *
 * @param base the address up to the version, such as {@code https://vendor.example/v1}
 * @param token what {@code Authorization: Bearer} carries
 * @param currency the account's; 5sim does not tell it
 * @param lifetime of a number, where an order does not say when it ends
 */
public record FiveSimSettings(
    URI base, Secret token, Currency currency, Duration lifetime, UpstreamLimits limits) {
  private static final URI FIVE_SIM = URI.create("https://5sim.net/v1");
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  public FiveSimSettings {
    if (token.isBlank()) {
      throw new IllegalArgumentException("a token is not blank");
    }
    if (!lifetime.isPositive()) {
      throw new IllegalArgumentException("a lifetime is positive");
    }
  }

  public static FiveSimSettings of(URI base, Secret token) {
    return new FiveSimSettings(base, token, Currency.RUB, LIFETIME, UpstreamLimits.STANDARD);
  }

  /** Reads {@code api-key} and what may differ from 5sim itself. */
  static FiveSimSettings read(Section section) {
    var standard = UpstreamLimits.STANDARD;
    var settings =
        new FiveSimSettings(
            section.uri("url", FIVE_SIM),
            section.secret("api-key"),
            section.value("currency", Currency.RUB, Currency::new, "a code such as USD or RUB"),
            section.duration("lifetime", LIFETIME),
            new UpstreamLimits(
                section.duration("deadline", standard.deadline()),
                section.number("concurrency", standard.concurrency(), 1, 10_000),
                section.duration("patience", standard.patience())));
    section.done();
    return settings;
  }
}
