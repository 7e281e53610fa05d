package dev.codeport.domain.catalog;

import java.util.regex.Pattern;

/**
 * A country or territory whose numbers can be rented.
 *
 * @param iso ISO 3166-1 alpha-2 in lower case; {@code xk} for Kosovo
 * @param name the common English short name
 * @param dialCode digits without a plus; inside +1 with the area code, as 1876 for Jamaica
 * @param flag the emoji made of {@code iso}
 */
public record Country(CountryId id, String iso, String name, String dialCode, String flag) {
  private static final Pattern ISO = Pattern.compile("[a-z]{2}");
  private static final Pattern DIAL_CODE = Pattern.compile("[1-9]\\d{0,3}");
  private static final int REGIONAL_INDICATOR_A = 0x1F1E6;

  public Country {
    if (!ISO.matcher(iso).matches()) {
      throw new IllegalArgumentException("not a lower-case ISO alpha-2 code: " + iso);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a country has a name");
    }
    if (!DIAL_CODE.matcher(dialCode).matches()) {
      throw new IllegalArgumentException("not a dial code: " + dialCode);
    }
    if (!flag.equals(flagOf(iso))) {
      throw new IllegalArgumentException("not the flag of " + iso);
    }
  }

  /** The country with the flag that belongs to {@code iso}. */
  public static Country of(CountryId id, String iso, String name, String dialCode) {
    return new Country(id, iso, name, dialCode, flagOf(iso));
  }

  private static String flagOf(String iso) {
    var flag = new StringBuilder();
    iso.chars().forEach(letter -> flag.appendCodePoint(REGIONAL_INDICATOR_A + letter - 'a'));
    return flag.toString();
  }
}
