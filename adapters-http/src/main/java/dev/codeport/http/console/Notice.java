package dev.codeport.http.console;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page says above everything else.
 *
 * @param text in the visitor's language
 */
public record Notice(Kind kind, String text) {
  private static final Pattern WRITTEN =
      Pattern.compile("([a-z0-9.-]+)(?::([A-Za-z0-9.+_-]{1,64}))?");

  public enum Kind {
    DONE,
    WARNING
  }

  public static Notice done(String text) {
    return new Notice(Kind.DONE, text);
  }

  public static Notice warning(String text) {
    return new Notice(Kind.WARNING, text);
  }

  /** What the page before has left to be said: a text's key, and one word to say with it. */
  static Optional<Notice> left(String cookie, Texts texts) {
    var written = WRITTEN.matcher(cookie);
    if (!written.matches() || !texts.has("done." + written.group(1))) {
      return Optional.empty();
    }
    var with = Optional.ofNullable(written.group(2)).orElse("");
    return Optional.of(done(texts.say("done." + written.group(1), with)));
  }

  static String toLeave(String key, Object... with) {
    return Arrays.stream(with)
        .map(Object::toString)
        .findFirst()
        .map(word -> key + ":" + word)
        .orElse(key);
  }
}
