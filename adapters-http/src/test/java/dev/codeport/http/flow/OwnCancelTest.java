package dev.codeport.http.flow;

import static dev.codeport.http.flow.Shop.assertProblem;
import static dev.codeport.http.flow.Shop.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Canceling by our own API over a whole service, one and many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCancelTest {
  private final Town town = new Town();
  private Shop shop;

  @BeforeEach
  void come() {
    shop = Shop.in(town);
  }

  @AfterAll
  void stop() {
    town.close();
  }

  @Test
  void a_refused_step_frees_its_key() {
    var order = shop.place("a");
    assertProblem("too-early", 409, shop.api().keyed("c").post(path(order) + "/cancel", ""));
    town.wait(Duration.ofMinutes(2));

    var canceled = shop.api().keyed("c").post(path(order) + "/cancel", "");

    assertEquals("canceled", canceled.json().get("status").textValue());
    assertEquals("", canceled.header("Idempotency-Replayed").orElse(""));
  }

  @Test
  void bulk_cancel_has_an_outcome_for_each() {
    var early = shop.place("a");
    town.wait(Duration.ofMinutes(2));
    var lucky = shop.place("b");
    shop.sms(lucky);
    var late = shop.place("c");
    var body =
        "{\"ids\":[%s,%s,%s,424242,%s]}"
            .formatted(early.get("id"), lucky.get("id"), late.get("id"), early.get("id"));

    var answer = shop.api().post("/api/orders/cancel", body).json();

    assertEquals(1, answer.get("canceled").intValue());
    assertEquals(
        List.of("canceled", "not-allowed", "too-early", "not-found"),
        answer.get("results").findValuesAsText("outcome"));
    assertTrue(answer.at("/results/2/available_at").isTextual());
  }

  @Test
  void bulk_cancel_when_allowed_queues_what_comes_too_early() {
    var old = shop.place("a");
    town.wait(Duration.ofMinutes(1));
    var lucky = shop.place("b");
    shop.sms(lucky);
    var middle = shop.place("c");
    town.wait(Duration.ofMinutes(1));
    var young = shop.place("d");
    var body =
        "{\"ids\":[%s,%s,%s,%s],\"when\":\"allowed\"}"
            .formatted(old.get("id"), lucky.get("id"), middle.get("id"), young.get("id"));

    var answer = shop.api().keyed("q").post("/api/orders/cancel", body).json();

    assertEquals(
        List.of("canceled", "not-allowed", "queued", "queued"),
        answer.get("results").findValuesAsText("outcome"));
    assertEquals(1, answer.get("canceled").intValue());
    assertEquals(2, answer.get("queued").intValue());
    assertEquals(
        shop.api().get(path(middle)).json().get("cancel_queued_for"),
        answer.at("/results/2/available_at"));
    town.wait(Duration.ofMinutes(1));
    assertEquals("canceled", shop.api().get(path(middle)).json().get("status").textValue());
    assertEquals("active", shop.api().get(path(young)).json().get("status").textValue());
    var again = shop.api().keyed("q").post("/api/orders/cancel", body).json();
    assertEquals(
        List.of("canceled", "not-allowed", "canceled", "queued"),
        again.get("results").findValuesAsText("outcome"));
    assertEquals(answer.at("/results/3/available_at"), again.at("/results/3/available_at"));
  }

  @Test
  void a_key_of_a_bulk_cancel_stands_for_its_when_too() {
    var body = "{\"ids\":[%s]%s}";
    var order = shop.place("a").get("id");
    shop.api().keyed("q").post("/api/orders/cancel", body.formatted(order, ""));

    var patient = body.formatted(order, ",\"when\":\"allowed\"");
    assertProblem(
        "idempotency-key-reused", 422, shop.api().keyed("q").post("/api/orders/cancel", patient));
    assertTrue(shop.api().get("/api/orders/" + order).json().get("cancel_queued_for").isNull());
  }

  @Test
  void bulk_cancel_of_all_that_wait_leaves_the_others() {
    var waits = shop.place("a");
    var lucky = shop.place("b");
    shop.sms(lucky);
    town.wait(Duration.ofMinutes(2));

    var elsewhere = "{\"waiting\":{\"country\":\"de\"}}";
    assertEquals(0, shop.api().post("/api/orders/cancel", elsewhere).json().get("results").size());
    var here = "{\"waiting\":{\"platform\":\"whatsapp\",\"country\":\"id\"}}";
    var answer = shop.api().post("/api/orders/cancel", here).json();

    assertEquals(List.of(waits.get("id").toString()), answer.get("results").findValuesAsText("id"));
    assertEquals("received", shop.api().get(path(lucky)).json().get("status").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ids\":[]}",
        "{\"ids\":[0]}",
        "{\"ids\":[\"1\"]}",
        "{\"ids\":[1.5]}",
        "{\"ids\":5}",
        "{\"ids\":[1],\"waiting\":{}}",
        "{\"waiting\":{\"status\":\"x\"}}",
        "{\"waiting\":[]}",
        "{\"waiting\":{},\"when\":\"later\"}",
        "{\"waiting\":{\"platform\":\"none-such\"}}",
        "{\"all\":true}"
      })
  void bulk_cancel_of_nothing_sane_is_refused(String body) {
    assertEquals(422, shop.api().post("/api/orders/cancel", body).status());
  }
}
