package dev.codeport.domain.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The texts in which codes go out: one SMS part each, whatever the language.
 *
 * <p>For browsers the last line may bind the code to a web origin ({@code @example.com #123456}, as
 * WICG's "Origin-bound one-time codes" has it: nothing comes behind it, no line end either). For an
 * Android app it is the app's hash instead, 11 characters (SMS Retriever API). Where text and last
 * line together would not fit, the code stands alone above the last line.
 */
public final class Wording {
  private static final int LONGEST_BRAND = 20;
  private static final Pattern BRAND = Pattern.compile("[\\x20-\\x7E&&[^{}\\[\\]\\\\^~|`]]+");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,100}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
  private static final Pattern APP_HASH = Pattern.compile("[A-Za-z0-9+/]{11}");

  private final String brand;
  private final Optional<String> origin;
  private final Map<String, String> texts;

  private Wording(String brand, Optional<String> origin, Map<String, String> texts) {
    this.brand = brand;
    this.origin = origin;
    this.texts = texts;
  }

  /**
   * @param brand whose code it is, 1 to 20 printable ASCII characters of the GSM alphabet
   * @param origin the host to which codes are bound, such as {@code example.com}; none for none
   * @throws IllegalArgumentException naming which of the two is wrong
   */
  public static Wording of(String brand, Optional<String> origin) {
    if (brand.isBlank() || brand.length() > LONGEST_BRAND || !BRAND.matcher(brand).matches()) {
      throw new IllegalArgumentException("a brand has 1 to 20 plain ASCII characters: " + brand);
    }
    if (origin.filter(host -> !HOST.matcher(host).matches()).isPresent()) {
      throw new IllegalArgumentException("an origin is a host name: " + origin.orElseThrow());
    }
    return new Wording(brand, origin, read());
  }

  /** Whether this may be the hash of an Android app: 11 characters of base64. */
  public static boolean isAppHash(String text) {
    return APP_HASH.matcher(text).matches();
  }

  /** The languages there are texts in, as BCP 47 writes them. */
  public Set<String> languages() {
    return new TreeSet<>(texts.keySet());
  }

  /** Whether there is a text in the locale's language. */
  public boolean speaks(Locale locale) {
    return texts.containsKey(locale.getLanguage());
  }

  /**
   * @param locale of a language without texts: the text is English
   * @param appHash of the Android app that is to read the SMS
   */
  public String text(Locale locale, OneTimeCode code, Optional<String> appHash) {
    var words = words(locale).replace("{brand}", brand).replace("{code}", code.digits());
    return lastLine(code, appHash)
        .map(
            last -> {
              var whole = words + "\n\n" + last;
              return SmsLength.of(whole).isOnePart() ? whole : code.digits() + "\n\n" + last;
            })
        .orElse(words);
  }

  private Optional<String> lastLine(OneTimeCode code, Optional<String> appHash) {
    return appHash.or(() -> origin.map(host -> "@" + host + " #" + code.digits()));
  }

  private String words(Locale locale) {
    var traditional =
        locale.getLanguage().equals("zh")
            && (locale.getScript().equals("Hant")
                || Set.of("TW", "HK", "MO").contains(locale.getCountry()));
    var key = traditional ? "zh-Hant" : locale.getLanguage();
    return Optional.ofNullable(texts.get(key))
        .orElseGet(() -> Objects.requireNonNull(texts.get("en")));
  }

  private static Map<String, String> read() {
    var properties = new Properties();
    try (var in = Wording.class.getResourceAsStream("texts.properties")) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(l -> texts.put(l, properties.getProperty(l)));
    return Map.copyOf(texts);
  }
}
