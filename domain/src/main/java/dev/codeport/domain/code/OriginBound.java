package dev.codeport.domain.code;

import java.util.Optional;
import java.util.regex.Pattern;

/** The last line of a message bound to a web site: {@code @example.com #123456}. */
final class OriginBound {
  private static final int LONGEST_LINE = 300;
  private static final Pattern LINE =
      Pattern.compile(
          "@[A-Za-z0-9.:-]{3,255} #([A-Za-z0-9][A-Za-z0-9-]{1,30}[A-Za-z0-9])(?: [%@][!-~]{1,255})?",
          Pattern.DOTALL);

  private OriginBound() {}

  static Optional<String> codeIn(Folded folded) {
    var text = folded.text().stripTrailing();
    int start = text.lastIndexOf('\n') + 1;
    return codeOf(text.substring(start)).or(() -> lineBefore(text, start));
  }

  /** An app hash may stand behind it. */
  private static Optional<String> lineBefore(String text, int start) {
    if (start == 0) {
      return Optional.empty();
    }
    var head = text.substring(0, start - 1);
    return codeOf(head.substring(head.lastIndexOf('\n') + 1));
  }

  private static Optional<String> codeOf(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    var matcher = LINE.matcher(line.strip());
    return matcher.matches() ? Optional.of(matcher.group(1).replace("-", "")) : Optional.empty();
  }
}
