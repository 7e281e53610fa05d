package dev.codeport.provider.numberplan;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plans that come with libphonenumber, kept in memory. Safe for many threads.
 *
 * <p>Numbers reserved for examples and films ({@code +1 … 555-01xx}) have a region and no kind:
 * {@link NumberKind#UNKNOWN}.
 */
public final class LibPhoneNumberPlan implements NumberPlan {
  private static final int LONGEST = 40;
  private static final Pattern WRITTEN = Pattern.compile("[+＋0-9 ().\\-/\\u00A0\\u2010-\\u2015]+");
  private static final Pattern DOUBLE_ZERO = Pattern.compile("^\\s*00");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
  private static final String ANYWHERE = "ZZ";
  private static final Pattern PLAIN = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST_CODE = 3;
  private static final int REMEMBERED = 10_000;

  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

  /** Who sends a code asks twice about the same number: what it is, then where. */
  private final LoadingCache<String, Optional<Described>> assigned =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED).build(CacheLoader.from(this::assigned));

  @Override
  public Optional<PhoneNumber> parse(String written) {
    return isAssigned(written)
        ? Optional.of(new PhoneNumber(written))
        : parse(DOUBLE_ZERO.matcher(written).replaceFirst("+"), ANYWHERE);
  }

  @Override
  public Optional<PhoneNumber> parse(String written, Region home) {
    return parse(written, home.iso());
  }

  private Optional<PhoneNumber> parse(String written, String region) {
    if (written.length() > LONGEST || !WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      var number = plans.parse(written, region);
      return plans.isPossibleNumber(number) && !number.hasExtension()
          ? Optional.of(new PhoneNumber(plans.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public Described describe(PhoneNumber number) {
    return assigned.getUnchecked(number.e164()).orElseGet(() -> carefully(number));
  }

  private boolean isAssigned(String written) {
    return PLAIN.matcher(written).matches() && assigned.getUnchecked(written).isPresent();
  }

  /**
   * What a number is that stands there as it is dialled, if it is assigned and does not begin as
   * numbers do that are dialled at home. Costs a quarter of reading it carefully.
   */
  private Optional<Described> assigned(String e164) {
    for (int length = 1; length <= LONGEST_CODE; length++) {
      int code = Integer.parseInt(e164, 1, 1 + length, 10);
      if (plans.getSupportedCallingCodes().contains(code)) {
        return assigned(code, e164.substring(1 + length));
      }
    }
    return Optional.empty();
  }

  private Optional<Described> assigned(int code, String national) {
    var home = plans.getRegionCodeForCountryCode(code);
    if (!isCountry(home) || national.startsWith("0") || startsAsAtHome(national, home)) {
      return Optional.empty();
    }
    var number =
        new Phonenumber.PhoneNumber()
            .setCountryCode(code)
            .setNationalNumber(Long.parseLong(national));
    return Optional.of(new Described(region(number), kind(number)))
        .filter(described -> described.kind() != NumberKind.UNKNOWN);
  }

  private boolean startsAsAtHome(String national, String home) {
    var prefix = plans.getNddPrefixForRegion(home, true);
    return prefix != null && national.startsWith(prefix);
  }

  private static boolean isCountry(String code) {
    return REGION.matcher(code).matches() && !code.equals(ANYWHERE);
  }

  private Described carefully(PhoneNumber number) {
    try {
      var parsed = plans.parse(number.e164(), ANYWHERE);
      return new Described(region(parsed), kind(parsed));
    } catch (NumberParseException e) {
      return new Described(Optional.empty(), NumberKind.UNKNOWN);
    }
  }

  /** By the whole number; a number that is not assigned has the main region of its code. */
  private Optional<Region> region(Phonenumber.PhoneNumber number) {
    var exact = Optional.ofNullable(plans.getRegionCodeForNumber(number));
    return exact
        .or(() -> Optional.ofNullable(plans.getRegionCodeForCountryCode(number.getCountryCode())))
        .filter(LibPhoneNumberPlan::isCountry)
        .map(Region::new);
  }

  private NumberKind kind(Phonenumber.PhoneNumber number) {
    return switch (plans.getNumberType(number)) {
      case MOBILE -> NumberKind.MOBILE;
      case FIXED_LINE -> NumberKind.FIXED_LINE;
      case FIXED_LINE_OR_MOBILE -> NumberKind.FIXED_LINE_OR_MOBILE;
      case VOIP -> NumberKind.VOIP;
      case TOLL_FREE -> NumberKind.TOLL_FREE;
      case PREMIUM_RATE -> NumberKind.PREMIUM_RATE;
      case SHARED_COST -> NumberKind.SHARED_COST;
      case PERSONAL_NUMBER -> NumberKind.PERSONAL_NUMBER;
      case PAGER -> NumberKind.PAGER;
      case UAN -> NumberKind.UNIVERSAL_ACCESS;
      case VOICEMAIL -> NumberKind.VOICEMAIL;
      case UNKNOWN -> NumberKind.UNKNOWN;
    };
  }
}
