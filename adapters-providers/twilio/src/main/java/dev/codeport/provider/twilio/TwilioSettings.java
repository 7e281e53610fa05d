package dev.codeport.provider.twilio;

import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One account and whom its messages are from.
 *
 * @param base the address without a path
 * @param accountSid {@code AC…}
 * @param authToken the account's; callbacks are signed with it, whatever key the calls carry
 * @param key by which calls are made; the account itself if empty
 * @param from a number, a short code, a name, or a messaging service ({@code MG…})
 * @param callback the public address to which Twilio tells what became of a message, exactly as the
 *     world reaches it; nothing is told without one
 */
public record TwilioSettings(
    URI base,
    String accountSid,
    Secret authToken,
    Optional<Key> key,
    String from,
    Optional<URI> callback,
    Set<Region> regions,
    UpstreamLimits limits) {
  private static final URI TWILIO = URI.create("https://api.twilio.com");
  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
  private static final Pattern KEY = Pattern.compile("SK[0-9a-fA-F]{32}");
  private static final Pattern FROM =
      Pattern.compile("\\+[1-9]\\d{6,14}|\\d{3,8}|MG[0-9a-fA-F]{32}|[A-Za-z0-9 +_&-]{1,11}");

  /**
   * @param sid {@code SK…}
   */
  public record Key(String sid, Secret secret) {
    public Key {
      require(KEY.matcher(sid).matches(), "key-sid must be SK and 32 hexadecimal digits");
      require(!secret.isBlank(), "key-secret must not be blank");
    }
  }

  public TwilioSettings {
    require(
        ACCOUNT.matcher(accountSid).matches(), "account-sid must be AC and 32 hexadecimal digits");
    require(!authToken.isBlank(), "auth-token must not be blank");
    require(FROM.matcher(from).matches(), "from must be a number, short code, name or MG… sid");
    regions = Set.copyOf(regions);
  }

  public static TwilioSettings of(URI base, String accountSid, Secret authToken, String from) {
    return new TwilioSettings(
        base,
        accountSid,
        authToken,
        Optional.empty(),
        from,
        Optional.empty(),
        Set.of(),
        UpstreamLimits.STANDARD);
  }

  public TwilioSettings withCallback(URI other) {
    return new TwilioSettings(
        base, accountSid, authToken, key, from, Optional.of(other), regions, limits);
  }

  public TwilioSettings withLimits(UpstreamLimits other) {
    return new TwilioSettings(base, accountSid, authToken, key, from, callback, regions, other);
  }

  /** Reads {@code account-sid}, {@code auth-token}, {@code from} and what else there may be. */
  static TwilioSettings read(Section section) {
    var callback = section.text("callback", "");
    var keySid = section.text("key-sid", "");
    var settings =
        new TwilioSettings(
            section.uri("url", TWILIO),
            section.text("account-sid"),
            section.secret("auth-token"),
            keySid.isEmpty()
                ? Optional.empty()
                : Optional.of(new Key(keySid, section.secret("key-secret"))),
            section.text("from"),
            callback.isEmpty() ? Optional.empty() : Optional.of(section.uri("callback")),
            SenderLine.regions(section),
            SenderLine.limits(section));
    section.done();
    return settings;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
