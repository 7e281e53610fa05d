package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.codeport.domain.secret.Secret;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The basic scheme of RFC 7617, for names and passwords in printable ASCII. */
public record Basic(String user, Secret password) {
  private static final Pattern HEADER =
      Pattern.compile("basic +([A-Za-z0-9+/]{1,700}={0,2}) *", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAIR =
      Pattern.compile("([\\x21-\\x7E&&[^:]]{1,256}):([\\x21-\\x7E]{1,256})");

  static Optional<Basic> of(String header) {
    var matcher = HEADER.matcher(header);
    return matcher.matches() ? decoded(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Basic> decoded(String base64) {
    try {
      var pair = PAIR.matcher(new String(Base64.getDecoder().decode(base64), ISO_8859_1));
      return pair.matches()
          ? Optional.of(new Basic(pair.group(1), Secret.of(pair.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
