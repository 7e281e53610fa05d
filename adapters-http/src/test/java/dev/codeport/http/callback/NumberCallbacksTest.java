package dev.codeport.http.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.order.ReceivePush;
import dev.codeport.http.Api;
import dev.codeport.http.Served;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCallbacksTest {
  private static final String AT = "/callbacks/numbers/acme/a-long-enough-secret";

  private final Served served = Served.start();

  @AfterEach
  void stop() {
    served.close();
  }

  private Api.Answer push(String path, String body) {
    return served.stranger.send("POST", path, body);
  }

  @Test
  void a_push_is_handed_on_with_its_secret_and_where_it_came_from() {
    served.codeport.push = new ReceivePush.Taken();

    var taken = push(AT, "{\"activationId\":1}");

    assertEquals(200, taken.status());
    assertEquals("", taken.body());
    assertEquals(
        List.of("acme a-long-enough-secret 127.0.0.1 {\"activationId\":1}"), served.codeport.asked);
  }

  @Test
  void each_result_has_a_status_that_tells_a_vendor_whether_to_push_again() {
    served.codeport.push = new ReceivePush.NoSuchLease();
    assertEquals(404, push(AT, "{}").status());

    served.codeport.push = new ReceivePush.Garbage("no activationId in it");
    var garbage = push(AT, "{}");
    assertEquals(422, garbage.status());
    assertEquals("no activationId in it", garbage.json().get("detail").textValue());

    served.codeport.push = new ReceivePush.Later(Duration.ofSeconds(5));
    var later = push(AT, "{}");
    assertEquals(503, later.status());
    assertEquals("5", later.header("Retry-After").orElse(""));
  }

  @Test
  void without_the_secret_there_is_nothing_here() {
    served.codeport.push = new ReceivePush.Forbidden();

    var forbidden = push(AT, "{}");
    var elsewhere = push("/callbacks/nowhere", "{}");

    assertEquals(404, forbidden.status());
    assertEquals(elsewhere.json().get("detail"), forbidden.json().get("detail"));
    assertEquals(elsewhere.json().get("type"), forbidden.json().get("type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACME", "a%20b", "%2e%2e", "acme%00", "-"})
  void a_name_that_no_vendor_can_have_is_nothing_here_either(String name) {
    served.codeport.push = new ReceivePush.Taken();

    assertEquals(404, push("/callbacks/numbers/" + name + "/secret", "{}").status());
    assertTrue(served.codeport.asked.isEmpty());
  }

  @Test
  void a_body_of_no_sense_or_too_much_is_answered_cleanly() {
    served.codeport.push = new ReceivePush.Garbage("nothing");

    assertEquals(422, push(AT, "").status());
    assertEquals(422, push(AT, "\u0000\uFFFF").status());
    assertEquals(413, push(AT, "x".repeat(2 << 20)).status());
    assertEquals(405, served.stranger.send("GET", AT, "").status());
  }

  @Test
  void what_is_counted_and_logged_names_no_secret() {
    push(AT, "{}");
    served.close(); // what is told of a request is told after its answer

    assertFalse(served.observed.isEmpty());
    assertFalse(served.observed.toString().contains("a-long-enough-secret"));
  }
}
