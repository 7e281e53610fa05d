package dev.codeport.http.api.verification;

import dev.codeport.domain.verification.OneTimeCode;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people and their programs write, understood, or else nothing. */
public final class Written {
  private static final Pattern CODE = Pattern.compile("[0-9]{4,10}");
  private static final int LONGEST_TAG = 35;

  private Written() {}

  /** ASCII digits and nothing else, 4 to 10 of them. */
  public static Optional<OneTimeCode> code(String text) {
    return CODE.matcher(text).matches() ? Optional.of(new OneTimeCode(text)) : Optional.empty();
  }

  /** A language tag of BCP 47; whether there are texts in that language is another question. */
  public static Optional<Locale> locale(String text) {
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(text).build())
          .filter(locale -> !locale.getLanguage().isEmpty() && text.length() <= LONGEST_TAG);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}
