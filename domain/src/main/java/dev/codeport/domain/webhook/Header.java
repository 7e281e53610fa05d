package dev.codeport.domain.webhook;

import dev.codeport.domain.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header that an endpoint wants with every delivery, to let us through its own gate.
 *
 * @param value printable ASCII, at most 1024 characters: no line end of any kind gets in
 */
public record Header(String name, Secret value) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$%&'*+.^_`|~-]{0,63}");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,1022}[\\x21-\\x7E])?");
  private static final List<String> OURS =
      List.of("webhook-", "x-webhook-", "content-", "proxy-", "sec-", "accept");
  private static final Set<String> ALSO_OURS =
      Set.of(
          "host",
          "connection",
          "keep-alive",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "date",
          "via",
          "user-agent",
          "http2-settings",
          "x-forwarded-for",
          "x-forwarded-host",
          "forwarded");

  public Header {
    refusal(name, value.reveal())
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException("the header " + reason);
            });
  }

  /** Why there can be no such header; empty when there can. */
  public static Optional<String> refusal(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("has a name that is not one of a header");
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (ALSO_OURS.contains(lower) || OURS.stream().anyMatch(lower::startsWith)) {
      return Optional.of(lower + " is not for endpoints to set");
    }
    return VALUE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(lower + " must be 1 to 1024 characters of printable ASCII");
  }
}
