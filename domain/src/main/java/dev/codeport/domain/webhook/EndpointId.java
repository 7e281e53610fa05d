package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * An endpoint; no two of them, of whatever account, are named alike. One that the SMSCode API keeps
 * is named after its account, of which it is the only one.
 */
public record EndpointId(String value) implements Comparable<EndpointId> {
  private static final Pattern FORM = Pattern.compile("ep_[0-9a-f]{24}|smscode_[1-9]\\d{0,9}");
  private static final int RANDOM_BYTES = 12;
  private static final Hmac NAMES = Hmac.of(Secret.of("webhook endpoint"));

  public EndpointId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an endpoint's id: " + value);
    }
  }

  public static EndpointId random(RandomGenerator random) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new EndpointId("ep_" + HexFormat.of().formatHex(bytes));
  }

  /** The same for the same account and name. */
  public static EndpointId named(AccountId account, String name) {
    var hash = NAMES.hex(account + "\0" + name);
    return new EndpointId("ep_" + hash.substring(0, 2 * RANDOM_BYTES));
  }

  public static EndpointId smscode(AccountId account) {
    return new EndpointId("smscode_" + account);
  }

  /** Empty when it cannot be one. */
  public static Optional<EndpointId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new EndpointId(text)) : Optional.empty();
  }

  /** The name of the event with this number to this endpoint; the same at every attempt. */
  public String messageId(long event) {
    return "msg_" + value.substring(value.indexOf('_') + 1) + "_" + event;
  }

  @Override
  public int compareTo(EndpointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
