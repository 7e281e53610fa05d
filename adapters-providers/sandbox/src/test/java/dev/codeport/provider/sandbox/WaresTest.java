package dev.codeport.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaresTest {
  private final Wares wares = Wares.SHIPPED;

  private static List<Racks.Price> prices(SandboxSettings settings) {
    var random = Buyer.random(1);
    return new Desk(settings, new MovableClock(), random, new FaultPlan(random))
        .prices(Optional.empty(), Optional.empty(), false);
  }

  @Test
  void there_is_enough_to_choose_from() {
    assertTrue(wares.lands().size() >= 40, "" + wares.lands().size());
    assertTrue(wares.services().size() >= 60, "" + wares.services().size());
  }

  @Test
  void whatsapp_in_indonesia_is_always_there_and_cheap() {
    for (var settings : List.of(SandboxSettings.cheap(), SandboxSettings.swift())) {
      var price =
          prices(settings).stream()
              .filter(p -> p.land().iso().equals("id") && p.service().slug().equals("whatsapp"))
              .findFirst()
              .orElseThrow();

      assertTrue(Money.of(1, Currency.USD).isMoreThan(price.price()));
      assertEquals(settings.shelves().stock(), price.count());
    }
  }

  @Test
  void the_cheapest_cost_less_than_half_a_cent_and_some_are_sold_out() {
    var prices = prices(SandboxSettings.cheap());

    assertTrue(prices.stream().anyMatch(p -> p.price().equals(Money.of("0.0044", Currency.USD))));
    assertTrue(prices.stream().anyMatch(p -> p.count() == 0));
    assertTrue(prices.stream().filter(p -> p.count() > 0).count() > prices.size() * 4L / 5);
  }

  @Test
  void the_swift_one_is_dearer_and_the_same_seed_has_the_same_shelves() {
    var cheap = prices(SandboxSettings.cheap());
    var swift = prices(SandboxSettings.swift());
    long dearer =
        IntStream.range(0, cheap.size())
            .filter(i -> swift.get(i).price().isMoreThan(cheap.get(i).price()))
            .count();

    assertEquals(cheap, prices(SandboxSettings.cheap()));
    assertTrue(dearer > cheap.size() * 4L / 5);
  }

  @Test
  void nothing_ever_runs_out_of_the_instant_one() {
    assertTrue(
        prices(SandboxSettings.cheap().instant()).stream().allMatch(p -> p.count() > 400_000_000));
  }

  @Test
  void every_text_has_a_place_for_platform_and_code_and_every_country_has_one() {
    for (var text : wares.texts().values().stream().flatMap(List::stream).toList()) {
      assertTrue(text.contains("{service}") && text.contains("{code}"), text);
    }
    var languages = wares.lands().values().stream().map(Wares.Land::language).distinct().toList();
    assertTrue(languages.size() >= 25);
    assertTrue(wares.texts().keySet().containsAll(languages));
  }

  @Test
  void a_written_sms_holds_its_code() {
    var writer = new Writer(Buyer.random(3));
    for (var land : wares.lands().values()) {
      for (var service : wares.services().values()) {
        var letter = writer.write(service, land);

        var code = letter.code().orElseThrow();
        assertTrue(letter.text().replace("-", "").contains(code), letter.text());
        assertFalse(letter.text().contains("{"), letter.text());
      }
    }
  }

  @Test
  void numbers_never_come_twice_from_whichever_vendor_and_reach_nobody() {
    var seen = new HashSet<PhoneNumber>();
    var vendors = Stream.of(1, 2).map(line -> new Numbers(line, 1_925_121_600_000L)).toList();
    int made = 0;
    for (var land : wares.lands().values()) {
      for (int i = 0; i < 300; i++) {
        for (var numbers : vendors) {
          var phone = numbers.next(land);
          made++;
          assertTrue(seen.add(phone), phone.e164());
          assertTrue(
              phone.digits().startsWith(land.dial() + "00")
                  || phone.digits().matches("1[2-9]\\d{2}55501\\d{2}")
                  || phone.digits().startsWith("447700900")
                  || phone.digits().startsWith("3363998")
                  || phone.digits().startsWith("3532091"),
              phone.e164());
        }
      }
    }
    assertEquals(made, seen.size());
  }

  @Test
  void a_pattern_that_is_used_up_is_followed_by_one_that_is_not() {
    var numbers = new Numbers(1, 0);
    var britain = Optional.ofNullable(wares.lands().get("16")).orElseThrow();
    var phones = IntStream.range(0, 500).mapToObj(i -> numbers.next(britain)).toList();

    assertEquals(500, new HashSet<>(phones).size());
    assertEquals(100, phones.stream().filter(p -> p.digits().startsWith("447700900")).count());
    assertNotEquals(phones.getFirst(), phones.getLast());
  }
}
