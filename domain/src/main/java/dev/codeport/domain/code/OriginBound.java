package dev.codeport.domain.code;

import java.util.Optional;
import java.util.regex.Pattern;

/** The last line of a message bound to a web site: {@code @example.com #123456}. */
final class OriginBound {
  private static final int LONGEST_LINE = 300;
  private static final Pattern LINE =
      Pattern.compile(
          "@[A-Za-z0-9.:-]{3,255} #([A-Za-z0-9-]{3,32})(?: [%@][!-~]{1,255})?", Pattern.DOTALL);

  private OriginBound() {}

  static Optional<String> codeIn(Folded folded) {
    var text = folded.text().stripTrailing();
    var line = text.substring(text.lastIndexOf('\n') + 1);
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    var matcher = LINE.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1).replace("-", "")) : Optional.empty();
  }
}
