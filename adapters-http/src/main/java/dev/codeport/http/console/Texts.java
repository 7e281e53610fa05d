package dev.codeport.http.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the pages say, in one language: {@code texts_<language>.properties}, which all have the same
 * keys. {@code {0}}, {@code {1}} … in a text stand for what is said with it.
 */
public final class Texts {
  /** The first is spoken to whoever asks for none of them. */
  private static final List<Texts> ALL =
      List.of(
          read("en", Locale.ENGLISH),
          read("de", Locale.GERMAN),
          read("id", Locale.forLanguageTag("id")));

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String language;
  private final Locale locale;
  private final Map<String, String> texts;

  private Texts(String language, Locale locale, Map<String, String> texts) {
    this.language = language;
    this.locale = locale;
    this.texts = texts;
  }

  static List<Texts> all() {
    return ALL;
  }

  static Optional<Texts> of(String language) {
    return ALL.stream().filter(texts -> texts.language.equals(language)).findFirst();
  }

  /** The best for an {@code Accept-Language}; nonsense asks for nothing. */
  static Texts accepted(String header) {
    try {
      var ranges = LanguageRange.parse(header);
      var best = Locale.lookup(ranges, ALL.stream().map(Texts::locale).toList());
      return best == null ? ALL.getFirst() : of(best.getLanguage()).orElse(ALL.getFirst());
    } catch (IllegalArgumentException e) {
      return ALL.getFirst();
    }
  }

  /** Its code, such as {@code en}. */
  public String language() {
    return language;
  }

  /** What its speakers call it. */
  public String name() {
    return say("language");
  }

  public Locale locale() {
    return locale;
  }

  /**
   * @throws IllegalArgumentException when no text has this key
   */
  public String say(String key, Object... with) {
    var text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return with.length == 0
        ? text
        : PLACE.matcher(text).replaceAll(place -> quoted(with[Integer.parseInt(place.group(1))]));
  }

  private static String quoted(Object with) {
    return Matcher.quoteReplacement(with.toString());
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  Set<String> keys() {
    return new TreeSet<>(texts.keySet());
  }

  private static Texts read(String language, Locale locale) {
    var file = "texts_" + language + ".properties";
    var lines = new Properties();
    try (var in = Texts.class.getResourceAsStream(file)) {
      lines.load(new InputStreamReader(Objects.requireNonNull(in, file), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    var texts = new HashMap<String, String>();
    lines.stringPropertyNames().forEach(key -> texts.put(key, lines.getProperty(key)));
    return new Texts(language, locale, texts);
  }
}
