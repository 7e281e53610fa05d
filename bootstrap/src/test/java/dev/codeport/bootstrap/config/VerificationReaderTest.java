package dev.codeport.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.fraud.FraudRules;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.VerificationRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationReaderTest {
  private static final Map<String, String> SENDER =
      Map.of("sender.start.dialect", "startmessaging", "sender.start.api-key", "sm_1");

  @Test
  void says_in_the_manual_what_is_standard_in_the_code() {
    var settings = settings(Map.of());

    assertEquals(VerificationRules.STANDARD, settings.verification().rules());
    assertEquals(Map.of(), settings.verification().tests());
    assertEquals(List.of(), settings.senders());
  }

  @Test
  void only_records_kinds_of_numbers_in_the_sandbox_and_blocks_with_a_sender_of_ones_own() {
    var everywhere = with(SENDER, "verification.regions", "*");

    assertTrue(
        settings(Map.of())
            .verification()
            .fraud()
            .rules()
            .contains(new NumberKindRule(Mode.RECORD)));
    assertEquals(FraudRules.standard(Set.of()), settings(everywhere).verification().fraud());
  }

  @Test
  void understands_every_setting() {
    var flags =
        new HashMap<>(
            Map.ofEntries(
                Map.entry("sender.a.dialect", "startmessaging"),
                Map.entry("sender.b.dialect", "startmessaging"),
                Map.entry("verification.senders", "b"),
                Map.entry("verification.regions", "GB, FR"),
                Map.entry("verification.number-kinds", "off"),
                Map.entry("verification.brand", "My shop"),
                Map.entry("verification.origin", "shop.example"),
                Map.entry("verification.code-length", "8"),
                Map.entry("verification.code-life", "5m"),
                Map.entry("verification.guesses", "3"),
                Map.entry("verification.phone-windows", "2/1h, 4/1d"),
                Map.entry("verification.phone-pauses", "10s"),
                Map.entry("verification.daily-sends", "4"),
                Map.entry("verification.address-limit", "7/10m"),
                Map.entry("verification.lock-after", "50"),
                Map.entry("verification.lock", "2d"),
                Map.entry("verification.quiet", "5s"),
                Map.entry("verification.prices", "a:0.0075 USD, b:40 IDR"),
                Map.entry("verification.test-numbers", "+15005550006:123456,+15005550007:0000")));

    var settings = settings(flags);

    assertEquals(
        Map.of(
            new SenderId("a"), Money.of("0.0075", Currency.USD),
            new SenderId("b"), Money.of(40, Currency.IDR)),
        settings.verification().prices());
    assertEquals(List.of("b", "a"), settings.senders().stream().map(s -> s.name()).toList());
    assertEquals(
        new VerificationRules(
            8,
            Duration.ofMinutes(5),
            3,
            new Quota(
                List.of(Limit.of(2).per(Duration.ofHours(1)), Limit.of(4).per(Duration.ofDays(1))),
                List.of(Duration.ofSeconds(10))),
            Limit.of(7).per(Duration.ofMinutes(10)),
            4,
            50,
            Duration.ofDays(2),
            Duration.ofSeconds(5)),
        settings.verification().rules());
    assertTrue(
        settings
            .verification()
            .fraud()
            .rules()
            .contains(new RegionRule(Mode.BLOCK, Set.of(new Region("GB"), new Region("FR")))));
    assertEquals(
        Map.of(
            new PhoneNumber("+15005550006"),
            new OneTimeCode("123456"),
            new PhoneNumber("+15005550007"),
            new OneTimeCode("0000")),
        settings.verification().tests());
    assertTrue(
        settings
            .verification()
            .wording()
            .text(Locale.ENGLISH, new OneTimeCode("1234"), Optional.empty())
            .endsWith("My shop code. Do not share it with anyone.\n\n@shop.example #1234"));
  }

  @Test
  void wants_to_know_where_codes_may_go_before_they_cost_money() {
    var failure = assertThrows(BadSettings.class, () -> settings(SENDER));

    assertTrue(
        failure.lines().toString().contains("verification.regions"), failure.lines().toString());
  }

  @Test
  void names_a_sender_that_is_not_there() {
    var flags = with(with(SENDER, "verification.regions", "*"), "verification.senders", "stat");

    var failure = assertThrows(BadSettings.class, () -> settings(flags));

    assertTrue(
        failure.lines().toString().contains("sender.stat.dialect"), failure.lines().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code-length | 3",
        "code-length | 11",
        "code-life | 11m",
        "code-life | 29s",
        "guesses | 0",
        "guesses | 11",
        "phone-windows | 5",
        "phone-windows | 0/1h",
        "phone-windows | 5/later",
        "phone-pauses | often",
        "address-limit | 5 an hour",
        "daily-sends | 0",
        "lock-after | 101",
        "lock | 0s",
        "quiet | 2m",
        "regions | Germany",
        "regions | de",
        "number-kinds | maybe",
        "brand | A brand of more than twenty",
        "origin | https://shop.example",
        "test-numbers | +15005550006",
        "test-numbers | 15005550006:123456",
        "test-numbers | +15005550006:12",
        "prices | a:0.0075",
        "prices | a:-1 USD",
        "prices | a:0.00000001 USD",
      })
  void names_what_is_wrong(String key, String value) {
    var flags = Map.of("verification." + key, value);

    var failure = assertThrows(BadSettings.class, () -> settings(flags));

    assertTrue(failure.lines().toString().contains("verification."), failure.lines().toString());
  }

  private static Map<String, String> with(Map<String, String> flags, String key, String value) {
    var more = new HashMap<>(flags);
    more.put(key, value);
    return more;
  }

  private static Settings settings(Map<String, String> flags) {
    return Settings.of(Config.of(Optional.empty(), Map.of(), flags), Path.of("/home/codeport"));
  }
}
