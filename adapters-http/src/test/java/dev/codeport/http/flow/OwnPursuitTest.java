package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.http.Own;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that change their number by themselves, and cancels that wait, over a whole service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPursuitTest {
  private static final String URGENT =
      "{\"product_id\":88,\"max_price\":\"100000\",\"code_within\":600,\"move_after\":30}";

  private final Town town = new Town();
  private Own api;

  @BeforeEach
  void come() {
    api = Own.over(town.customer(1_000_000));
  }

  @AfterAll
  void stop() {
    town.close();
  }

  @Test
  void a_cancel_may_wait_until_it_is_allowed() {
    var order = place("{\"product_id\":88}");
    var cancel = path(order) + "/cancel";

    var queued = api.keyed("c").post(cancel, "{\"when\":\"allowed\"}");
    var again = api.keyed("c").post(cancel, "{\"when\":\"allowed\"}");
    var now = api.keyed("d").post(cancel, "{\"when\":\"now\"}");

    assertEquals(202, queued.status());
    assertEquals(order.at("/can/cancel_at"), queued.json().get("cancel_queued_for"));
    assertEquals(false, queued.json().at("/can/cancel").booleanValue());
    assertEquals(202, again.status());
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    assertEquals(queued.json(), again.json());
    assertEquals(409, now.status());
    assertEquals(422, api.keyed("c").post(cancel, "").status());
    town.wait(Duration.ofMinutes(2));
    assertEquals("canceled", api.get(path(order)).json().get("status").textValue());
    assertEquals(200, api.keyed("c").post(cancel, "{\"when\":\"allowed\"}").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"when\":\"soon\"}|when", "{\"when\":1}|when", "{\"at\":1}|at", "[]|body"})
  void a_cancel_that_is_not_as_wanted_is_refused_by_the_fields_name(String body, String field) {
    var order = place("{\"product_id\":88}");

    var answer = api.post(path(order) + "/cancel", body);

    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void an_urgent_order_goes_from_number_to_number_and_pays_for_the_one_with_the_code() {
    var order = place(URGENT);
    assertTrue(order.get("code_by").isTextual());
    var first = order.get("phone_number").textValue();

    town.wait(Duration.ofMinutes(3));
    var second = api.get(path(order)).json();

    assertEquals("active", second.get("status").textValue());
    assertNotEquals(first, second.get("phone_number").textValue());
    assertNotEquals(order.get("tier_id"), second.get("tier_id"));
    assertEquals(order.get("code_by"), second.get("code_by"));
    assertEquals(second.at("/price/amount"), api.get("/api/wallet").json().at("/held/amount"));
    town.sms(second.get("phone_number").textValue(), "Your WhatsApp code is 480-215");
    var received = api.get(path(order)).json();
    assertEquals("480215", received.get("code").textValue());
    assertEquals(true, received.get("paid").booleanValue());
    assertEquals("0", api.get("/api/wallet").json().at("/held/amount").textValue());
  }

  @Test
  void its_timeline_tells_every_number_and_how_fast_each_vendor_answered() {
    var order = place(URGENT);
    town.wait(Duration.ofMinutes(3));
    town.wait(Duration.ofMinutes(5));
    town.wait(Duration.ofMinutes(3));
    town.wait(Duration.ofSeconds(30));
    assertEquals("expired", api.get(path(order)).json().get("status").textValue());

    var items = api.get(path(order) + "/timeline").json().get("items");

    var moved = new ArrayList<String>();
    var answered = new ArrayList<Long>();
    for (var item : items) {
      if (item.path("type").asText().equals("order.moved")) {
        moved.add(item.get("at").textValue());
      }
      if (item.get("what").textValue().equals("provider_answered")) {
        answered.add(item.get("ms").longValue());
      }
    }
    assertEquals(1, moved.size(), items.toString());
    assertEquals(List.of(0L, 0L), answered);
  }

  private JsonNode place(String body) {
    return api.keyed("k").post("/api/orders", body).json().at("/orders/0");
  }

  private static String path(JsonNode order) {
    return "/api/orders/" + order.get("id");
  }
}
