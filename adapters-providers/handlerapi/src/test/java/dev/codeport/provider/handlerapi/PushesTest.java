package dev.codeport.provider.handlerapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PushesTest {
  private static final String SECRET = "a-long-enough-secret";
  private static final String BODY =
      "{\"activationId\":123456,\"service\":\"go\",\"text\":\"Sms text\",\"code\":\"12345\","
          + "\"country\":2,\"receivedAt\":\"2023-01-01 12:00:00\"}";

  private static PushResult read(Map<String, String> settings, Push push) {
    var all = new HashMap<>(Map.of("url", "https://v.example/x.php", "api-key", "k3y"));
    all.putAll(settings);
    var around = new Surroundings(Atlas.standard(), new MovableClock(), Upstream.client(1));
    return new HandlerApiFactory()
        .open(Parrot.LEASE.provider(), new Section("provider.v", all), around)
        .readPush(push);
  }

  private static PushResult read(String body) {
    return read(Map.of("push-secret", SECRET), new Push(SECRET, "203.0.113.9", body));
  }

  @Test
  void a_push_names_its_lease() {
    assertEquals(new PushResult.News(new LeaseRef(Parrot.LEASE.provider(), "123456")), read(BODY));
    assertEquals(
        new PushResult.News(new LeaseRef(Parrot.LEASE.provider(), "123456")),
        read("{\"activationId\":\"123456\",\"code\":null}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "null",
        "<html>",
        "STATUS_OK:123456",
        "{\"activationId\":null}",
        "{\"activationId\":{}}",
        "{\"activationId\":\"no id at all\"}",
        "{\"activationId\":1",
        "{\"activationId\":1} {}",
      })
  void anything_else_is_garbage(String body) {
    assertInstanceOf(PushResult.Garbage.class, read(body));
  }

  @Test
  void without_the_secret_or_with_another_it_is_nobodys() {
    var push = new Push("a-long-enough-guess!", "203.0.113.9", BODY);

    assertInstanceOf(PushResult.Forbidden.class, read(Map.of("push-secret", SECRET), push));
    assertInstanceOf(PushResult.Forbidden.class, read(Map.of(), push));
    assertInstanceOf(PushResult.Forbidden.class, read(Map.of(), new Push("", "203.0.113.9", BODY)));
  }

  @Test
  void where_a_vendor_says_whence_it_pushes_nobody_else_may() {
    var hero = Map.of("vendor", "herosms", "push-secret", SECRET);
    var own = Map.of("vendor", "herosms", "push-secret", SECRET, "push-from", "any");

    assertInstanceOf(PushResult.News.class, read(hero, new Push(SECRET, "84.32.223.53", BODY)));
    assertInstanceOf(PushResult.Forbidden.class, read(hero, new Push(SECRET, "203.0.113.9", BODY)));
    assertInstanceOf(PushResult.News.class, read(own, new Push(SECRET, "203.0.113.9", BODY)));
  }
}
