package dev.codeport.http.console.customer;

import dev.codeport.domain.code.Code;
import dev.codeport.http.api.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in pieces, of which the code is one: as it is written there, with its dashes and blanks.
 *
 * @param code whether this piece is the code
 */
public record Marked(String text, boolean code) {
  static List<Marked> of(String sms, Optional<Code> code) {
    var text = Shown.text(sms);
    var found = code.map(Code::value).map(Marked::written).map(pattern -> pattern.matcher(text));
    if (found.isEmpty() || !found.get().find()) {
      return List.of(new Marked(text, false));
    }
    var pieces = new ArrayList<Marked>();
    var at = found.get();
    add(pieces, text.substring(0, at.start()), false);
    add(pieces, at.group(), true);
    add(pieces, text.substring(at.end()), false);
    return pieces;
  }

  private static void add(List<Marked> pieces, String text, boolean code) {
    if (!text.isEmpty()) {
      pieces.add(new Marked(text, code));
    }
  }

  private static Pattern written(String code) {
    var letters =
        code.codePoints()
            .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
            .collect(Collectors.joining("[ \u00A0\u2009.\u2010-\u2015-]?"));
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])");
  }
}
