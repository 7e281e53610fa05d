package dev.codeport.provider.twilioverify;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One service of one account.
 *
 * @param base the address without a path
 * @param keySid of the account ({@code AC…}) or of an API key ({@code SK…})
 * @param keySecret the account's token or the key's secret
 * @param serviceSid {@code VA…}
 * @param codeLength as the service is set up; one cannot choose it by request
 * @param life of a code, as the service is set up: ten minutes unless Twilio changed it
 * @param addressLimit the unique name of a rate limit of the service that is to count people's
 *     network addresses; none if empty
 */
public record TwilioVerifySettings(
    URI base,
    String keySid,
    Secret keySecret,
    String serviceSid,
    Set<Channel> channels,
    int codeLength,
    Duration life,
    String addressLimit,
    Set<Region> regions,
    UpstreamLimits limits) {
  private static final URI TWILIO = URI.create("https://verify.twilio.com");
  private static final Pattern KEY = Pattern.compile("(AC|SK)[0-9a-fA-F]{32}");
  private static final Pattern SERVICE = Pattern.compile("VA[0-9a-fA-F]{32}");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final int CODE_LENGTH = 6;
  private static final Duration LIFE = Duration.ofMinutes(10);

  public TwilioVerifySettings {
    if (!KEY.matcher(keySid).matches()) {
      throw new IllegalArgumentException("key-sid must be AC or SK and 32 hexadecimal digits");
    }
    if (!SERVICE.matcher(serviceSid).matches()) {
      throw new IllegalArgumentException("service-sid must be VA and 32 hexadecimal digits");
    }
    if (keySecret.isBlank()) {
      throw new IllegalArgumentException("key-secret must not be blank");
    }
    channels = Set.copyOf(channels);
    regions = Set.copyOf(regions);
  }

  public static TwilioVerifySettings of(
      URI base, String keySid, Secret keySecret, String serviceSid) {
    return new TwilioVerifySettings(
        base,
        keySid,
        keySecret,
        serviceSid,
        Set.of(Channel.SMS),
        CODE_LENGTH,
        LIFE,
        "",
        Set.of(),
        UpstreamLimits.STANDARD);
  }

  public TwilioVerifySettings withLimits(UpstreamLimits other) {
    return new TwilioVerifySettings(
        base,
        keySid,
        keySecret,
        serviceSid,
        channels,
        codeLength,
        life,
        addressLimit,
        regions,
        other);
  }

  /** Reads {@code key-sid}, {@code key-secret}, {@code service-sid} and what may differ. */
  static TwilioVerifySettings read(Section section) {
    var settings =
        new TwilioVerifySettings(
            section.uri("url", TWILIO),
            section.text("key-sid"),
            section.secret("key-secret"),
            section.text("service-sid"),
            section.value(
                "channels",
                Set.of(Channel.SMS),
                TwilioVerifySettings::channels,
                "some of sms, call and whatsapp with commas between"),
            section.number("code-length", CODE_LENGTH, 4, 10),
            section.duration("life", LIFE),
            section.text("address-limit", ""),
            SenderLine.regions(section),
            SenderLine.limits(section));
    section.done();
    return settings;
  }

  private static Set<Channel> channels(String text) {
    return Arrays.stream(COMMA.split(text.strip()))
        .map(word -> Channel.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
