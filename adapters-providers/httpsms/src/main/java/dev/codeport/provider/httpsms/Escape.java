package dev.codeport.provider.httpsms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;

/** How a value has to be written where it stands, so that it comes out there as it is. */
enum Escape {
  /** In an address, path or query. */
  URL {
    @Override
    String apply(String value) {
      return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
  },
  FORM {
    @Override
    String apply(String value) {
      return URLEncoder.encode(value, UTF_8);
    }
  },
  /** Between the quotes of a JSON string. */
  JSON {
    @Override
    String apply(String value) {
      return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
  },
  /** In the text of an element or between the quotes of an attribute. */
  XML {
    @Override
    String apply(String value) {
      var escaped = new StringBuilder();
      value.codePoints().forEach(sign -> escaped.append(xml(sign)));
      return escaped.toString();
    }

    /** XML 1.0 has no way to write the others. */
    @Override
    boolean canCarry(String value) {
      return value
          .codePoints()
          .allMatch(
              sign ->
                  sign == '\t'
                      || sign == '\n'
                      || sign == '\r'
                      || (sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF));
    }
  },
  /** In a header: what is not printable ASCII is written as in an address. */
  HEADER {
    @Override
    String apply(String value) {
      var escaped = new StringBuilder();
      value
          .codePoints()
          .mapToObj(Character::toString)
          .forEach(
              sign ->
                  escaped.append(
                      sign.matches("[\\x20-\\x7e]") ? sign : URLEncoder.encode(sign, UTF_8)));
      return escaped.toString();
    }
  },
  /** In a plain text. */
  TEXT {
    @Override
    String apply(String value) {
      return value;
    }
  };

  abstract String apply(String value);

  /** Whether it can be written at all; half a surrogate pair cannot. */
  boolean canCarry(String value) {
    return true;
  }

  /** White space is written as a reference, for in an attribute it would become a space. */
  private static String xml(int sign) {
    return switch (sign) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&apos;";
      case '\t', '\n', '\r' -> "&#" + sign + ";";
      default -> Character.toString(sign);
    };
  }
}
