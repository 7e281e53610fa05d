package dev.codeport.http.server;

import com.google.common.base.CharMatcher;
import java.util.Optional;

/** The bearer scheme of RFC 6750. */
final class Bearer {
  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 256;
  private static final CharMatcher SPACE = CharMatcher.is(' ');
  private static final CharMatcher TOKEN =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("._~+/=-"))
          .precomputed();

  private Bearer() {}

  static Optional<String> token(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    var token = SPACE.trimFrom(header.substring(SCHEME.length()));
    return !token.isEmpty() && token.length() <= LONGEST && TOKEN.matchesAllOf(token)
        ? Optional.of(token)
        : Optional.empty();
  }
}
