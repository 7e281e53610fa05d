package dev.codeport.provider.fivesim;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.CallRate;
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
 * @param limits but for prices, which count apart
 * @param pricesPerMinute how often prices are asked for
 */
public record FiveSimSettings(
    URI base,
    Secret token,
    Currency currency,
    Duration lifetime,
    UpstreamLimits limits,
    int pricesPerMinute) {
  private static final URI FIVE_SIM = URI.create("https://5sim.net/v1");
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  /** Documented: 100 calls a second from one address; five too many within ten minutes ban it. */
  private static final UpstreamLimits LIMITS =
      UpstreamLimits.STANDARD.withRate(CallRate.perSecond(100));

  /** Seen to be turned away: a question every 0.6 seconds. */
  private static final int PRICES_PER_MINUTE = 60;

  public FiveSimSettings {
    if (token.isBlank()) {
      throw new IllegalArgumentException("a token is not blank");
    }
    if (!lifetime.isPositive()) {
      throw new IllegalArgumentException("a lifetime is positive");
    }
  }

  public static FiveSimSettings of(URI base, Secret token) {
    return new FiveSimSettings(base, token, Currency.RUB, LIFETIME, LIMITS, PRICES_PER_MINUTE);
  }

  /** Reads {@code api-key} and what may differ from 5sim itself. */
  static FiveSimSettings read(Section section) {
    var settings =
        new FiveSimSettings(
            section.uri("url", FIVE_SIM),
            section.secret("api-key"),
            section.value("currency", Currency.RUB, Currency::new, "a code such as USD or RUB"),
            section.duration("lifetime", LIFETIME),
            UpstreamLimits.read(section, LIMITS),
            section.number("prices-per-minute", PRICES_PER_MINUTE, 1, 6_000));
    section.done();
    return settings;
  }
}
