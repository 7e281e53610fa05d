package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.PushGuard;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HandlerApiSettingsTest {
  private static Section section(Map<String, String> more) {
    var values = new HashMap<>(Map.of("url", "https://v.example/stubs/x.php", "api-key", "k3y"));
    values.putAll(more);
    return new Section("provider.v", values);
  }

  @Test
  void an_address_and_a_key_are_enough() {
    assertEquals(
        HandlerApiSettings.of(
            URI.create("https://v.example/stubs/x.php"),
            Secret.of("k3y"),
            HandlerApiDialect.vanilla()),
        HandlerApiSettings.read(section(Map.of())));
  }

  @Test
  void everything_can_be_set() {
    var settings =
        HandlerApiSettings.read(
            section(
                Map.of(
                    "vendor", "herosms",
                    "currency", "RUB",
                    "cancel-age", "1m",
                    "lifetime", "15m",
                    "time-zone", "Europe/Moscow",
                    "operators-in", "id, us",
                    "deadline", "5s",
                    "push-secret", "0123456789abcdef",
                    "concurrency", "9")));

    var dialect =
        Dialects.with(
            Map.of(
                "vendor", "herosms",
                "currency", "RUB",
                "cancel-age", "1m",
                "lifetime", "15m",
                "time-zone", "Europe/Moscow",
                "deadline", "5s",
                "concurrency", "9"));
    assertEquals(
        new HandlerApiSettings(
            URI.create("https://v.example/stubs/x.php"),
            Secret.of("k3y"),
            dialect,
            Set.of("id", "us"),
            Suppliers.ANY,
            new PushGuard(
                Optional.of(Secret.of("0123456789abcdef")),
                Set.of("84.32.223.53", "185.138.88.87")),
            UpstreamLimits.STANDARD
                .withDeadline(Duration.ofSeconds(5))
                .withConcurrency(9)
                .withRate(CallRate.perSecond(50))),
        settings);
  }

  @Test
  void a_vendor_with_an_address_of_its_own_needs_none() {
    var section = new Section("provider.v", Map.of("vendor", "herosms", "api-key", "k3y"));

    assertEquals("hero-sms.com", HandlerApiSettings.read(section).base().getHost());
  }

  @Test
  void suppliers_are_chosen_where_the_vendor_lets_one() {
    var settings =
        HandlerApiSettings.read(
            section(Map.of("vendor", "tiger", "only-suppliers", "7, 9", "not-suppliers", "12")));

    assertEquals(new Suppliers(List.of("7", "9"), List.of("12")), settings.suppliers());
    assertEquals(
        "vanilla has no choice of suppliers",
        assertThrows(
                IllegalArgumentException.class,
                () -> HandlerApiSettings.read(section(Map.of("only-suppliers", "7"))))
            .getMessage());
  }

  @Test
  void a_deployment_says_what_an_account_has_otherwise() {
    var settings =
        HandlerApiSettings.read(
            section(
                Map.of(
                    "vendor", "smsbower",
                    "currency", "RUB",
                    "list", "true",
                    "countries", "365sms",
                    "push-from", "any",
                    "push-secret", "0123456789abcdef")));

    assertTrue(settings.dialect().list());
    assertEquals("countries-365sms.tsv", settings.dialect().countries());
    assertEquals(Set.of(), settings.pushes().from());
  }

  @Test
  void what_is_wrong_is_named() {
    var wrong =
        Map.of(
            Map.of("vendor", "nobody"),
                "provider.v.vendor must be one of " + HandlerApiDialect.names(),
            Map.of("currency", "dollar"), "provider.v.currency must be a code such as USD or RUB",
            Map.of("vendor", "smsbower"), "provider.v.currency is missing",
            Map.of("texts", "smoke"),
                "provider.v.texts must be one of"
                    + " [status, full-text, full-sms, status-v2, all-sms]",
            Map.of("countries", "mars"),
                "provider.v.countries must be a table such as sms-activate",
            Map.of("push-secret", "short"), "push-secret must have at least 16 characters",
            Map.of("time-zone", "Mars"), "provider.v.time-zone must be a time zone",
            Map.of("concurency", "5"),
                "provider.v.concurency is not a setting; did you mean provider.v.concurrency?");

    wrong.forEach(
        (values, message) ->
            assertEquals(
                message,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> HandlerApiSettings.read(section(values)))
                    .getMessage()));
  }

  @Test
  void settings_print_no_key() {
    assertTrue(HandlerApiSettings.read(section(Map.of())).toString().contains("***"));
  }

  @Test
  void the_factory_is_found_by_the_dialects_name() {
    var around = new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1));

    var provider =
        ProviderFactory.named("handlerapi").open(new ProviderId("v"), section(Map.of()), around);

    assertInstanceOf(HandlerApiProvider.class, provider);
    assertEquals("handlerapi", provider.profile().dialect());
    assertEquals(
        "no country has the code zz",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ProviderFactory.named("handlerapi")
                        .open(new ProviderId("v"), section(Map.of("operators-in", "zz")), around))
            .getMessage());
  }

  @Test
  void a_dialect_nobody_brought_is_refused_with_those_there_are() {
    assertEquals(
        "no provider dialect \"morse\"; there are [handlerapi]",
        assertThrows(IllegalArgumentException.class, () -> ProviderFactory.named("morse"))
            .getMessage());
  }
}
