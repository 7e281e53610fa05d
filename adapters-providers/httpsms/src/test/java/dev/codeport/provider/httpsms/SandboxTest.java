package dev.codeport.provider.httpsms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.MovableClock;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.TextMessage;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.sender.SandboxSender;
import dev.codeport.provider.sandbox.sender.SandboxSenderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The texts of the sandbox, reached as any other gateway. */
final class SandboxTest {
  private static final PhoneNumber PHONE = new PhoneNumber("+447700900123");

  @Test
  void the_sandbox_carries_a_text_and_the_same_one_once() {
    var clock = new MovableClock();
    try (var far = SandboxSender.start(SandboxSenderSettings.standard(), clock, new Random(7))) {
      var gateway =
          HttpSmsFactory.open(
              new SenderId("sandbox-texts"),
              HttpSmsSettings.read(
                  new Section(
                      "sender.sandbox-texts",
                      Map.of(
                          "url", far.textUri().toString(),
                          "api-key", far.apiKey().reveal(),
                          "header-x-api-key", "{api_key}",
                          "body",
                              "{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{reference}\"}",
                          "id-pointer", "/id",
                          "sends-once", "true"))),
              new Surroundings(Atlas.standard(), clock, Upstream.client(1)));
      var text = "Код 735201\n\n@acme.example #735201";
      var message =
          new TextMessage("ref", PHONE, new OneTimeCode("735201"), text, Duration.ofMinutes(10));

      var first = assertInstanceOf(Accepted.class, gateway.deliver(message));
      var second = assertInstanceOf(Accepted.class, gateway.deliver(message));

      assertTrue(gateway.profile().sendsOnce());
      assertEquals(first, second);
      assertEquals(
          List.of(text), far.phones().inbox(PHONE).stream().map(each -> each.text()).toList());
    }
  }
}
