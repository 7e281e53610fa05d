package dev.codeport.http.console;

import com.google.common.base.Splitter;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookies of one visit. On a connection that is safe their names bind them to this very host.
 *
 * @param secure whether the browser speaks https with us
 */
record Cookies(List<String> given, boolean secure) {
  static final String SESSION = "codeport-session";

  /** Stands in for a session where nobody has signed in, so that forms have a token there too. */
  static final String VISIT = "codeport-visit";

  static final String NOTICE = "codeport-notice";
  static final String THEME = "codeport-theme";
  static final String LANGUAGE = "codeport-language";

  private static final Splitter PARTS = Splitter.on(';').trimResults();
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~:+-]{1,256}");

  static Cookies of(Request request, boolean secure) {
    return new Cookies(
        request.headers("cookie").stream().flatMap(PARTS::splitToStream).toList(), secure);
  }

  /** Empty when it is not there, or there twice. */
  Optional<String> value(String name) {
    var begin = full(name) + "=";
    var found =
        given.stream()
            .filter(part -> part.startsWith(begin))
            .map(part -> part.substring(begin.length()))
            .toList();
    return found.size() == 1
        ? Optional.of(found.getFirst()).filter(value -> VALUE.matcher(value).matches())
        : Optional.empty();
  }

  /** For as long as the browser is open. */
  String set(String name, String value) {
    return full(name)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  String set(String name, String value, Duration life) {
    return set(name, value) + "; Max-Age=" + life.toSeconds();
  }

  String clear(String name) {
    return set(name, "", Duration.ZERO);
  }

  private String full(String name) {
    return secure ? "__Host-" + name : name;
  }
}
