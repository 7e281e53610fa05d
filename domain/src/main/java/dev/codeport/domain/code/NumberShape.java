package dev.codeport.domain.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One way in which senders write numbers. The first that fits at a place wins, and what is plainly
 * a date, an amount or a phone is recognised before what may be a code. All repetitions are
 * bounded, so a look at one place costs a bounded time.
 *
 * @param passedOver why such a number is no code, or empty
 */
record NumberShape(String passedOver, Shape shape, Pattern pattern) {
  private static final String END = "(?![0-9])";

  /** A dash that goes on, though not into a suffix of another script. */
  private static final String OPEN = "-(?:[A-Za-z0-9\\s]|$)";

  private static final String MARKS = " .,:;!?)]\"";

  /** Also with letters right behind, as in {@code 10:30am}. */
  private static final List<NumberShape> PLAIN =
      List.of(
          never("phone", "\\+[0-9]{1,3}(?:[ .()/-]{0,2}[0-9]){6,14}" + END),
          never("masked", "[0-9]{1,6}[*•·]{1,19}[0-9]{0,6}"),
          never("date", "(?:19|20)[0-9]{2}([-./])[0-9]{1,2}\\1[0-9]{1,2}" + END),
          never(
              "date",
              "(?:0?[1-9]|[12][0-9]|3[01])([-./])(?:0?[1-9]|1[0-2])\\1(?:20)?[0-9]{2}" + END),
          never(
              "date",
              "(?:0?[1-9]|1[0-2])([-/])(?:0?[1-9]|[12][0-9]|3[01])\\1(?:20)?[0-9]{2}" + END),
          never("date", "[0-9]{1,2}/[0-9]{1,4}" + END),
          never("time", "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,6})?" + END),
          never("dotted", "[0-9]{1,4}(?:\\.[0-9]{1,4}){2,5}" + END),
          never("money", "[0-9]{1,3}(?:[,.' ][0-9]{3}){1,4}[.,][0-9]{1,2}" + END),
          never("money", "[0-9]{1,3}(?:[,.'][0-9]{3}){1,4}" + END),
          never("money", "[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3}(?:\\.[0-9]{1,2})?" + END),
          never("decimal", "[0-9]{1,12}[.,][0-9]{1,12}" + END),
          never(
              "card",
              "[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}(?:\\1[0-9]{4}){0,7}(?:\\1[0-9]{1,3}(?![.,0-9]))?"
                  + END),
          never("phone", "\\(?[0-9]{3}\\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}" + END),
          never("phone", "1?[ -]?8[0-9]{2}-[0-9]{3}-[0-9]{2}-[0-9]{2}" + END),
          never("phone", "[78][ -]?\\(?[0-9]{3}\\)?[ -]?[0-9]{3}[ -][0-9]{2}[ -][0-9]{2}" + END),
          never(
              "phone", "\\(?0[0-9]{1,4}\\)?[ -][0-9]{2,4}[ -][0-9]{2,4}(?:[ -][0-9]{2,4})?" + END),
          never("phone", "\\([0-9]{2,4}\\) ?[0-9]{3,8}" + END),
          never("phone", "1[38]00[ -][0-9]{3}[ -][0-9]{3}" + END),
          never("phone", "0[0-9]{2,4} [0-9]{6,8}" + END),
          never("length", "[0-9]{11,}+"));

  private static final List<NumberShape> CODES =
      List.of(
          code(Shape.SPACED, "[0-9](?: [0-9]){3,7}(?![0-9]| [0-9])"),
          code(Shape.SPACED, "[0-9](?:-[0-9]){3,7}(?![0-9]|-[0-9])"),
          code(Shape.GROUPED, "[0-9]{3}( - |-| )[0-9]{3}(?![0-9]|\\1[0-9]{2}|" + OPEN + ")"),
          code(Shape.GROUPED, "[0-9]{3}([- ])[0-9]{3}\\1[0-9]{3}(?![0-9]|\\1[0-9])"),
          code(Shape.GROUPED, "[0-9]{2}([- ])[0-9]{2}\\1[0-9]{2}(?![0-9]|\\1[0-9])"),
          code(Shape.GROUPED, "[0-9]{4}([- ])[0-9]{4}(?![0-9]|\\1[0-9])"),
          code(Shape.GROUPED, "[0-9]{2}-[0-9]{2}(?![0-9]|-[0-9])"),
          code(Shape.GROUPED, "[0-9]{2,5}-[0-9]{2,4}(?![0-9]|-[0-9]|" + OPEN + ")"),
          never("grouped", "[0-9]{1,9}(?:-[0-9]{1,9}){1,8}-?"),
          code(Shape.DIGITS, "[0-9]{1,10}" + END));

  private static NumberShape never(String reason, String pattern) {
    return new NumberShape(reason, Shape.DIGITS, Pattern.compile(pattern));
  }

  private static NumberShape code(Shape shape, String pattern) {
    return new NumberShape("", shape, Pattern.compile(pattern));
  }

  /** What is no code whatever stands behind it, at {@code start}. */
  static Optional<Sighting> plainAt(String text, int start) {
    return standsAlone(text, start) ? Optional.empty() : firstAt(PLAIN, text, start);
  }

  /** A quick look: up to ten digits with a word, a mark or nothing behind are a number, no more. */
  private static boolean standsAlone(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= 10 && Folding.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == start || end - start > 10) {
      return false;
    }
    char next = end < text.length() ? text.charAt(end) : '\n';
    char far = end + 1 < text.length() ? text.charAt(end + 1) : '\n';
    boolean over = Folding.isWord(far) || far == '\n' || (next != ' ' && next != ')' && far == ' ');
    return Folding.isWord(next) || next == '\n' || (MARKS.indexOf(next) >= 0 && over);
  }

  /** What may be a code, at {@code start}. */
  static Optional<Sighting> codeAt(String text, int start) {
    return firstAt(CODES, text, start);
  }

  private static Optional<Sighting> firstAt(List<NumberShape> shapes, String text, int start) {
    for (var shape : shapes) {
      var matcher =
          shape.pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
      if (matcher.lookingAt()) {
        return Optional.of(shape.sighting(text, start, matcher.end()));
      }
    }
    return Optional.empty();
  }

  private Sighting sighting(String text, int start, int end) {
    var digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (Folding.isDigit(text.charAt(i))) {
        digits.append(text.charAt(i));
      }
    }
    return new Sighting(start, end, digits.toString(), shape, passedOver);
  }
}
