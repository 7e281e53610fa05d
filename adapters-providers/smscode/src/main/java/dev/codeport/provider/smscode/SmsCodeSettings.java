package dev.codeport.provider.smscode;

import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.PushGuard;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One vendor account.
 *
 * @param base the address without a version, such as {@code https://vendor.example}
 * @param token what {@code Authorization: Bearer} carries
 * @param minimumCancelAge how long a number is kept before the vendor takes it back, where an order
 *     does not say; its own for every order comes first
 * @param lifetime of a number, where an order does not say when it ends
 * @param pushes whose pushes are taken for the vendor's
 */
public record SmsCodeSettings(
    URI base,
    Secret token,
    Duration minimumCancelAge,
    Duration lifetime,
    PushGuard pushes,
    UpstreamLimits limits) {
  private static final URI SMSCODE = URI.create("https://api.smscode.gg");
  private static final Duration CANCEL_AGE = Duration.ofMinutes(2);
  private static final Duration LIFETIME = Duration.ofMinutes(20);

  /** SMSCode allows 300 calls a minute, and so does a Codeport as it comes. */
  private static final UpstreamLimits LIMITS =
      UpstreamLimits.STANDARD.withRate(CallRate.perMinute(300));

  private static final Pattern VERSION = Pattern.compile("/v[12]/?$");

  public SmsCodeSettings {
    if (VERSION.matcher(base.getRawPath()).find()) {
      throw new IllegalArgumentException(
          "an address stands without the version: "
              + VERSION.matcher(base.toString()).replaceFirst(""));
    }
    if (token.isBlank()) {
      throw new IllegalArgumentException("a token is not blank");
    }
    if (minimumCancelAge.isNegative() || !lifetime.isPositive()) {
      throw new IllegalArgumentException("a lifetime is positive, a cancel age not negative");
    }
  }

  public static SmsCodeSettings of(URI base, Secret token) {
    return new SmsCodeSettings(base, token, CANCEL_AGE, LIFETIME, PushGuard.NONE, LIMITS);
  }

  public SmsCodeSettings withLimits(UpstreamLimits other) {
    return new SmsCodeSettings(base, token, minimumCancelAge, lifetime, pushes, other);
  }

  /** Reads {@code api-key} and what may differ from smscode.gg itself. */
  static SmsCodeSettings read(Section section) {
    var settings =
        new SmsCodeSettings(
            section.uri("url", SMSCODE),
            section.secret("api-key"),
            section.duration("cancel-age", CANCEL_AGE),
            section.duration("lifetime", LIFETIME),
            PushGuard.read(section),
            UpstreamLimits.read(section, LIMITS));
    section.done();
    return settings;
  }
}
