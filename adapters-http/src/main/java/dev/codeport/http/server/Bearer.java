package dev.codeport.http.server;

import java.util.Optional;
import java.util.regex.Pattern;

/** The bearer scheme of RFC 6750. */
final class Bearer {
  private static final Pattern HEADER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/=-]{1,256}) *", Pattern.CASE_INSENSITIVE);

  private Bearer() {}

  static Optional<String> token(String header) {
    var matcher = HEADER.matcher(header);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
