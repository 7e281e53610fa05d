package dev.codeport.bootstrap.config;

import dev.codeport.application.verification.VerificationSettings;
import dev.codeport.domain.fraud.BlockListRule;
import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.domain.verification.Wording;
import dev.codeport.provider.kit.Section;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what the operator decided about sending codes. */
final class VerificationReader {
  private static final String EVERYWHERE = "*";
  private static final Pattern PRICE =
      Pattern.compile("([^:]+):(\\d{1,9}(?:\\.\\d{1,6})?) ([A-Z]{3})");

  private final Section section;

  VerificationReader(Section section) {
    this.section = section;
  }

  /**
   * @param real whether codes cost money: then the regions must have been chosen
   */
  VerificationSettings read(boolean real) {
    return new VerificationSettings(rules(), fraud(real), wording(), tests(), prices());
  }

  private VerificationRules rules() {
    var plain = VerificationRules.STANDARD;
    return new VerificationRules(
        section.number("code-length", plain.codeLength(), 4, 10),
        within("code-life", plain.life(), Duration.ofSeconds(30), Duration.ofMinutes(10)),
        section.number("guesses", plain.mostGuesses(), 1, 10),
        named(
            "phone-windows",
            () ->
                new Quota(
                    section.limits("phone-windows", plain.phone().windows()),
                    section.durations("phone-pauses", plain.phone().pauses()))),
        section.limit("address-limit", plain.address()),
        section.number("daily-sends", plain.dailySends(), 1, 1_000),
        section.number("lock-after", plain.mostFailures(), 10, 100),
        within("lock", plain.lock(), Duration.ofMinutes(1), Duration.ofDays(365)),
        within("quiet", plain.quiet(), Duration.ZERO, Duration.ofMinutes(1)));
  }

  private FraudRules fraud(boolean real) {
    return new FraudRules(
        List.of(
            new BlockListRule(Mode.BLOCK),
            new RegionRule(Mode.BLOCK, regions(real)),
            new NumberKindRule(
                section.value(
                    "number-kinds",
                    real ? Mode.BLOCK : Mode.RECORD,
                    word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)),
                    "block, record or off"))));
  }

  private Set<Region> regions(boolean real) {
    var chosen = section.list("regions");
    if (chosen.isEmpty() && real) {
      throw new BadSettings(
          "verification.regions is missing: name the regions to which codes may go, such as US,CA,"
              + " or * for all of them");
    }
    return chosen.equals(List.of(EVERYWHERE))
        ? Set.of()
        : named(
            "regions",
            () -> chosen.stream().map(Region::new).collect(Collectors.toUnmodifiableSet()));
  }

  private Wording wording() {
    var origin = Optional.of(section.text("origin", "")).filter(host -> !host.isBlank());
    return named("brand", () -> Wording.of(section.text("brand", "Codeport"), origin));
  }

  private Map<PhoneNumber, OneTimeCode> tests() {
    return named(
        "test-numbers",
        () -> {
          var tests = new HashMap<PhoneNumber, OneTimeCode>();
          for (var pair : section.list("test-numbers")) {
            int colon = pair.indexOf(':');
            if (colon < 0) {
              throw new IllegalArgumentException("a number, a colon, and its code");
            }
            tests.put(
                new PhoneNumber(pair.substring(0, colon)),
                new OneTimeCode(pair.substring(colon + 1)));
          }
          return tests;
        });
  }

  private Map<SenderId, Money> prices() {
    return named(
        "prices",
        () -> {
          var prices = new HashMap<SenderId, Money>();
          for (var pair : section.list("prices")) {
            var parts = PRICE.matcher(pair);
            if (!parts.matches()) {
              throw new IllegalArgumentException("a sender, a colon, an amount and its currency");
            }
            var price = Money.of(parts.group(2), new Currency(parts.group(3)));
            prices.put(new SenderId(parts.group(1)), price);
          }
          return prices;
        });
  }

  private Duration within(String key, Duration fallback, Duration least, Duration most) {
    var time = section.duration(key, fallback);
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new BadSettings(
          "verification." + key + " must be " + words(least) + " to " + words(most));
    }
    return time;
  }

  private static String words(Duration time) {
    return time.toSeconds() + "s";
  }

  private static <T> T named(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      var why = String.valueOf(e.getMessage());
      throw new BadSettings(
          why.startsWith("verification.") ? why : "verification." + key + ": " + why);
    }
  }
}
