package dev.codeport.provider.startmessaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult.Genuine;
import dev.codeport.domain.verification.CallbackResult.NotOurs;
import dev.codeport.domain.verification.CallbackResult.Unreadable;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SendResult.Refused;
import dev.codeport.domain.verification.TextGateway;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.SenderFactory;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What this dialect has that others have not. */
class QuirksTest {
  @ParameterizedTest
  @EnumSource(
      value = Generation.class,
      names = {"G1", "G4"})
  void a_code_that_has_expired_is_told_in_two_ways(Generation generation) {
    for (boolean quiet : List.of(false, true)) {
      try (var bench = new Bench(generation, settings -> settings.withQuietExpiry(quiet))) {
        var handle = ((Accepted) bench.send()).handle();
        bench.clock.advance(Duration.ofMinutes(11));

        var result = bench.sender.check(handle, new OneTimeCode("123456"));

        // G1 says no more than that it is not right.
        var told = generation == Generation.G4 || !quiet;
        assertEquals(told ? new CheckResult.Gone(false) : new CheckResult.Wrong(), result);
      }
    }
  }

  @Test
  void five_to_a_phone_in_ten_minutes_are_too_many() {
    try (var bench = new Bench(Generation.G1)) {
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(Accepted.class, bench.send());
      }

      assertEquals(Reason.TOO_MANY, assertInstanceOf(Refused.class, bench.send()).reason());
      bench.clock.advance(Duration.ofMinutes(10));
      assertInstanceOf(Accepted.class, bench.send());
    }
  }

  @Test
  void without_credits_nothing_is_sent() {
    try (var bench = new Bench(Generation.G4, settings -> settings.withCredits(1))) {
      assertInstanceOf(Accepted.class, bench.send());

      assertEquals(Reason.BALANCE, assertInstanceOf(Refused.class, bench.send()).reason());
    }
  }

  @Test
  void a_length_or_channel_it_does_not_have_is_refused_without_asking() {
    try (var bench = new Bench(Generation.G1)) {
      for (var result :
          List.of(
              bench.send(Channel.SMS, 4, Locale.ENGLISH),
              bench.send(Channel.CALL, 6, Locale.ENGLISH),
              bench.send(Channel.WHATSAPP, 6, Locale.ENGLISH))) {
        assertEquals(Reason.UNSUPPORTED, assertInstanceOf(Refused.class, result).reason());
      }
      assertEquals(0, bench.far.books().sent());
    }
  }

  @Test
  void the_fourth_generation_reaches_people_by_whatsapp() {
    try (var bench = new Bench(Generation.G4)) {
      assertInstanceOf(Accepted.class, bench.send(Channel.WHATSAPP, 8, Locale.of("hi")));

      assertEquals("whatsapp", bench.far.phones().inbox(Bench.PHONE).getFirst().channel());
    }
  }

  @Test
  void a_key_that_is_not_theirs_is_refused_as_ours() {
    try (var bench = new Bench(Generation.G1)) {
      var settings =
          StartMessagingSettings.of(Generation.G1, bench.far.baseUri(), Secret.of("wrong"));
      var stranger =
          (OtpSender) StartMessagingFactory.open(new SenderId("s"), settings, around(bench));

      var result = stranger.check(new Handle("req_1"), new OneTimeCode("123456"));

      assertInstanceOf(CheckResult.Unavailable.class, result);
    }
  }

  @Test
  void one_that_speaks_no_tls_got_nothing() {
    try (var bench = new Bench(Generation.G1)) {
      var https = URI.create(bench.far.baseUri().toString().replace("http:", "https:"));
      var sender =
          (OtpSender)
              StartMessagingFactory.open(
                  new SenderId("s"),
                  StartMessagingSettings.of(Generation.G1, https, bench.far.apiKey())
                      .withLimits(UpstreamLimits.STANDARD.withDeadline(Duration.ofSeconds(2))),
                  around(bench));

      assertInstanceOf(
          CheckResult.Unavailable.class,
          sender.check(new Handle("req_1"), new OneTimeCode("123456")));
    }
  }

  @Test
  void what_is_signed_and_about_something_else_is_genuine_and_says_nothing() {
    try (var bench = new Bench(Generation.G1)) {
      assertEquals(new Genuine(List.of()), bench.sender.read(signed(bench, "{}")));
      assertEquals(
          new Genuine(List.of()),
          bench.sender.read(
              signed(bench, "{\"type\":\"otp.opened\",\"data\":{\"status\":\"opened\"}}")));
    }
  }

  @Test
  void what_is_signed_and_makes_no_sense_is_unreadable() {
    try (var bench = new Bench(Generation.G1)) {
      for (var body : List.of("", "{", "{\"type\":\"otp.sent\",\"data\":{\"status\":\"sent\"}}")) {
        assertInstanceOf(Unreadable.class, bench.sender.read(signed(bench, body)), body);
      }
    }
  }

  @Test
  void without_a_secret_it_listens_to_nobody() {
    try (var bench = new Bench(Generation.G1)) {
      var settings =
          StartMessagingSettings.of(Generation.G1, bench.far.baseUri(), bench.far.apiKey());
      var deaf = StartMessagingFactory.open(new SenderId("s"), settings, around(bench));

      assertEquals(new NotOurs(), deaf.read(signed(bench, "{}")));
    }
  }

  @Test
  void it_is_found_by_its_dialect_and_reads_its_settings() {
    try (var bench = new Bench(Generation.G1)) {
      var factory = SenderFactory.named("startmessaging");

      var sender =
          factory.open(
              new SenderId("otp"),
              section(Map.of("api-key", "k", "generation", "g2", "regions", "in, GB")),
              around(bench));

      assertInstanceOf(TextGateway.class, sender);
      assertEquals(new SenderId("otp"), sender.profile().id());
      assertEquals(Set.of(new Region("IN"), new Region("GB")), sender.profile().regions());
      assertEquals(Set.of(4, 5, 6), sender.profile().codeLengths());
      assertInstanceOf(
          OtpSender.class,
          factory.open(new SenderId("otp"), section(Map.of("api-key", "k")), around(bench)));
    }
  }

  @Test
  void settings_that_are_wrong_are_named() {
    assertWrong(Map.of(), "sender.otp.api-key");
    assertWrong(Map.of("api-key", "k", "generation", "g5"), "sender.otp.generation");
    assertWrong(Map.of("api-key", "k", "regions", "India"), "sender.otp.regions");
    assertWrong(Map.of("api-key", "k", "code-length", "11"), "sender.otp.code-length");
    assertWrong(Map.of("api-key", "k", "deadline", "11s"), "deadline");
    assertWrong(Map.of("api-key", "k", "webhook-secrt", "s"), "sender.otp.webhook-secrt");
  }

  private static void assertWrong(Map<String, String> values, String named) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> StartMessagingSettings.read(section(values)));

    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused.getMessage());
  }

  private static Section section(Map<String, String> values) {
    return new Section("sender.otp", values);
  }

  private static Surroundings around(Bench bench) {
    return new Surroundings(Atlas.standard(), bench.clock, Stage.CLIENT);
  }

  private static Callback signed(Bench bench, String body) {
    var signature = Hmac.of(bench.far.webhookSecret()).hex(body);
    return Stage.callback(body, Map.of("x-sm-signature", List.of(signature)));
  }
}
