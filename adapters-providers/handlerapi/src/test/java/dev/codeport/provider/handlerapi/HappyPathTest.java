package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.ErrorStyle;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HappyPathTest {
  @ParameterizedTest
  @EnumSource(ErrorStyle.class)
  void a_number_is_taken_its_sms_read_and_the_lease_finished(ErrorStyle style) {
    var clock = InstantSource.fixed(Instant.parse("2031-01-01T00:00:00Z"));
    var random = RandomGenerator.of("L64X128MixRandom");
    var settings = SandboxSettings.cheap().instant().withErrors(style);
    try (var vendor = SandboxVendor.start(settings, clock, random)) {
      var dialect =
          style == ErrorStyle.TOKEN ? HandlerApiDialect.vanilla() : HandlerApiDialect.heroSms();
      var provider =
          new HandlerApiProvider(
              new ProviderId("cheap"),
              HandlerApiSettings.of(vendor.baseUri(), vendor.apiKey(), dialect),
              new Surroundings(Atlas.standard(), clock, Upstream.client(16)));
      var indonesia = Atlas.standard().countryByIso("id").orElseThrow();
      var whatsapp = Atlas.standard().platformBySlug("whatsapp").orElseThrow();

      var offers = assertInstanceOf(Answer.Given.class, provider.offers());
      var live =
          assertInstanceOf(Answer.Given.class, provider.offers(indonesia.id(), whatsapp.id()));
      var max = Money.of(5, settings.balance().currency());
      var leased =
          assertInstanceOf(
              LeaseResult.Leased.class,
              provider.lease(
                  new LeaseRequest("ref-1", indonesia, whatsapp, Optional.empty(), max)));
      assertInstanceOf(Answer.Given.class, provider.poll(List.of(leased.lease().ref())));
      assertEquals(new StepResult.Done(), provider.finish(leased.lease().ref()));
      var entry = vendor.books().activations().getFirst();

      assertTrue(((List<?>) offers.value()).size() > 2400);
      assertEquals(1, ((List<?>) live.value()).size());
      assertEquals(leased.lease().cost(), vendor.price("id", "whatsapp"));
      assertEquals(Books.State.FINISHED, entry.state());
      assertTrue(vendor.books().balanced());
    }
  }
}
