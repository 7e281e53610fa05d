package dev.codeport.provider.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushesTest {
  private static final ProviderId PORT = new ProviderId("port");
  private static final String SECRET = "a-long-enough-secret";
  private static final String BODY =
      "{\"event\":\"order.otp_received\",\"timestamp\":\"2031-01-02T03:01:10+00:00\","
          + "\"data\":{\"id\":511,\"status\":\"OTP_RECEIVED\",\"otp_code\":\"480215\"}}";

  private static PushResult read(Map<String, String> settings, Push push) {
    var around = new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1));
    return new SmsCodeFactory()
        .open(PORT, new Section("provider.port", settings), around)
        .readPush(push);
  }

  private static PushResult read(String body) {
    return read(
        Map.of("api-key", "t", "push-secret", SECRET), new Push(SECRET, "203.0.113.9", body));
  }

  @ParameterizedTest
  @ValueSource(strings = {BODY, "\uFEFF " + BODY, "{\"event\":\"new\",\"data\":{\"id\":\"511\"}}"})
  void an_event_names_its_order(String body) {
    assertEquals(new PushResult.News(new LeaseRef(PORT, "511")), read(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "511",
        "<html>",
        "{}",
        "{\"data\":511}",
        "{\"data\":{\"id\":null}}",
        "{\"data\":{\"id\":\"x\"}}",
        "{\"event\":\"webhook.test\",\"data\":{\"message\":\"test event\"}}",
        "{\"data\":{\"id\":511}",
        "{\"data\":{\"id\":511}} {}",
      })
  void anything_else_is_garbage(String body) {
    assertInstanceOf(PushResult.Garbage.class, read(body));
  }

  @Test
  void without_the_secret_it_is_nobodys() {
    var guess = new Push("a-long-enough-guess!", "203.0.113.9", BODY);

    assertInstanceOf(
        PushResult.Forbidden.class, read(Map.of("api-key", "t", "push-secret", SECRET), guess));
    assertInstanceOf(PushResult.Forbidden.class, read(Map.of("api-key", "t"), guess));
    assertInstanceOf(
        PushResult.Forbidden.class,
        read(Map.of("api-key", "t"), new Push("", "203.0.113.9", BODY)));
  }
}
