package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.contract.Race;
import dev.codeport.http.Api;
import dev.codeport.http.Own;
import dev.codeport.http.api.LiveLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and long polls over a whole service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(90)
class OwnLiveTest {
  private final Town town =
      new Town(new LiveLimits(3, 2, Duration.ofSeconds(15), Duration.ofSeconds(20)));
  private Town.Newcomer customer;
  private Own api;

  @BeforeEach
  void come() {
    customer = town.newcomer(10_000_000);
    api = Own.over(customer.api());
  }

  @AfterAll
  void stop() {
    town.close();
  }

  @Test
  void a_stream_says_what_happens_with_the_code_in_it() {
    try (var stream = Stream.of(customer, "/api/events")) {
      var order = place("a");
      var activated = stream.next();
      town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
      var received = stream.next();

      assertEquals("order.activated", activated.type());
      assertEquals(1, activated.id());
      assertEquals("order.otp_received", received.type());
      assertEquals("480215", received.data().at("/message/code").textValue());
      assertEquals("received", received.data().at("/order/status").textValue());
      assertEquals(order.get("id"), received.data().get("order_id"));
      Own.assertSchema("Event", activated.data());
      Own.assertSchema("Event", received.data());
    }
  }

  @Test
  void who_comes_back_misses_nothing() {
    var first = place("a");
    try (var stream = Stream.of(customer, "/api/events?after=0")) {
      assertEquals(1, stream.next().id());
    }
    town.sms(first.get("phone_number").textValue(), "WhatsApp code 480-215");
    place("b");

    try (var stream = Stream.of(customer, "/api/events?after=0", "Last-Event-ID", "1")) {
      assertEquals("order.otp_received", stream.next().type());
      assertEquals(3, stream.next().id());
    }
    try (var stream = Stream.of(customer, "/api/events?after=2")) {
      assertEquals(3, stream.next().id());
    }
  }

  @Test
  void a_stream_begun_without_a_place_begins_now() {
    place("a");
    try (var stream = Stream.of(customer, "/api/events")) {
      place("b");

      assertEquals(2, stream.next().id());
    }
  }

  /** One follows, and breaks off after every few, while four order. */
  @Test
  void nothing_is_missed_or_doubled_while_many_commit() {
    int each = 10;

    var seen =
        Race.of(
            5,
            i -> {
              if (i == 4) {
                return follow(4 * each);
              }
              for (int n = 0; n < each; n++) {
                place("race-" + i + "-" + n);
              }
              return List.<Long>of();
            });

    assertEquals(LongStream.rangeClosed(1, 4L * each).boxed().toList(), seen.get(4));
  }

  private List<Long> follow(int all) {
    var seen = new ArrayList<Long>();
    while (seen.size() < all) {
      var last = seen.isEmpty() ? 0 : seen.getLast();
      try (var stream = Stream.of(customer, "/api/events?after=" + last)) {
        assertEquals(200, stream.status());
        for (int i = 0; i < 7 && seen.size() < all; i++) {
          seen.add(stream.next().id());
        }
      }
    }
    return seen;
  }

  @Test
  void an_orders_stream_begins_with_its_beginning_and_says_nothing_of_others() {
    place("a");
    var order = place("b");
    place("c");
    try (var stream = Stream.of(customer, "/api/orders/" + order.get("id") + "/events")) {
      assertEquals(2, stream.next().id());
      town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");

      assertEquals("order.otp_received", stream.next().type());
    }
  }

  @Test
  void a_silent_stream_beats_when_time_has_passed() {
    try (var stream = Stream.of(customer, "/api/events")) {
      town.wait(Duration.ofSeconds(15));

      stream.comment();
    }
  }

  @Test
  void an_account_opens_no_more_streams_than_it_may_until_it_closes_one() {
    var one = Stream.of(customer, "/api/events");
    try (var two = Stream.of(customer, "/api/events");
        var three = Stream.of(customer, "/api/events")) {
      try (var four = Stream.of(customer, "/api/events")) {
        assertEquals(429, four.status());
        assertTrue(four.problem().get("type").textValue().endsWith(":too-many-streams"));
      }
      assertEquals(200, two.status());
      assertEquals(200, three.status());
      try (var stranger = Stream.of(town.newcomer(0), "/api/events")) {
        assertEquals(200, stranger.status());
      }

      one.close();

      assertTrue(opensInTheEnd());
    }
  }

  private boolean opensInTheEnd() {
    for (int i = 0; i < 200; i++) {
      try (var again = Stream.of(customer, "/api/events")) {
        if (again.status() == 200) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "abc", "1.0", "1", "99999999999999999999", "0x1", "%00", "%20"})
  void a_place_that_is_none_is_refused_by_name(String nonsense) {
    var answer = api.get("/api/events?after=" + nonsense);

    assertEquals(400, answer.status());
    assertEquals("after", answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void a_last_event_id_that_is_none_is_refused_by_name() {
    for (var nonsense : List.of("x", "7", "-1", "")) {
      var answer = api.with("Last-Event-ID", nonsense).get("/api/events");

      assertEquals(400, answer.status(), nonsense);
      assertEquals("last-event-id", answer.json().at("/errors/0/field").textValue());
    }
  }

  @Test
  void nobody_sees_anything_of_another_account() {
    var order = place("a");
    var path = "/api/orders/" + order.get("id");
    var other = town.newcomer(1_000_000);
    var stranger = Own.over(other.api()).keyed("k");
    try (var stream = Stream.of(other, "/api/events?after=0")) {
      for (var get : List.of("", "?wait=1", "/messages", "/timeline", "/events", "/reactivate")) {
        assertEquals(404, stranger.get(path + get).status(), get);
      }
      for (var post : List.of("cancel", "finish", "another-code", "reactivate", "replace")) {
        assertEquals(404, stranger.post(path + "/" + post, "").status(), post);
      }
      var bulk = stranger.post("/api/orders/cancel", "{\"ids\":[" + order.get("id") + "]}");
      assertEquals("not-found", bulk.json().at("/results/0/outcome").textValue());
      assertEquals(0, stranger.get("/api/orders").json().get("orders").size());
      assertFalse(stranger.get("/api/ledger").body().contains("\"order_id\":" + order.get("id")));
      town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
      var own = Own.over(other.api()).keyed("own").post("/api/orders", WHATSAPP);

      var first = stream.next();
      assertEquals(1, first.id());
      assertEquals(own.json().at("/orders/0/id"), first.data().get("order_id"));
    }
    assertEquals("received", api.get(path).json().get("status").textValue());
  }

  @Test
  void a_long_poll_is_answered_when_the_sms_comes() throws Exception {
    var order = place("a");
    var waiting = async("/api/orders/" + order.get("id") + "?wait=60");
    assertStillWaiting(waiting);

    town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");

    var answer = waiting.get(30, TimeUnit.SECONDS);
    assertEquals("480215", answer.json().get("code").textValue());
    assertTrue(answer.header("RateLimit").isPresent());
  }

  @Test
  void a_long_poll_for_a_code_that_is_there_or_an_order_that_ended_does_not_wait() {
    var order = place("a");
    town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
    var path = "/api/orders/" + order.get("id");

    assertEquals("received", api.get(path + "?wait=60").json().get("status").textValue());
    api.post(path + "/finish", "");
    assertEquals("completed", api.get(path + "?wait=60").json().get("status").textValue());
  }

  @Test
  void a_long_poll_from_a_revision_that_is_past_does_not_wait() {
    var order = place("a");

    var answer = api.get("/api/orders/" + order.get("id") + "?wait=60&revision=1");

    assertEquals("active", answer.json().get("status").textValue());
  }

  @Test
  void a_long_poll_ends_when_its_time_is_over() throws Exception {
    var order = place("a");
    var waiting = async("/api/orders/" + order.get("id") + "?wait=60");
    assertStillWaiting(waiting);
    town.wait(Duration.ofSeconds(30));
    assertStillWaiting(waiting);

    town.wait(Duration.ofSeconds(30));

    var answer = waiting.get(30, TimeUnit.SECONDS);
    assertEquals("active", answer.json().get("status").textValue());
  }

  @Test
  void an_account_waits_no_more_often_at_once_than_it_may() throws Exception {
    var order = place("a");
    var path = "/api/orders/" + order.get("id") + "?wait=60";
    var one = async(path);
    var two = async(path);
    assertStillWaiting(one);
    assertStillWaiting(two);

    assertEquals(429, api.get(path).status());

    town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
    assertEquals(200, one.get(30, TimeUnit.SECONDS).status());
    assertEquals(200, two.get(30, TimeUnit.SECONDS).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=0", "wait=61", "wait=x", "revision=1", "wait=1&wait=1", "weit=5"})
  void refuses_to_wait_in_another_way(String query) {
    var order = place("a");

    assertEquals(400, api.get("/api/orders/" + order.get("id") + "?" + query).status());
  }

  private static final String WHATSAPP = "{\"platform\":\"whatsapp\",\"country\":\"id\"}";

  private JsonNode place(String key) {
    var answer = api.keyed(key).post("/api/orders", WHATSAPP);
    assertEquals(201, answer.status(), answer.body());
    return answer.json().at("/orders/0");
  }

  private CompletableFuture<Api.Answer> async(String path) {
    return CompletableFuture.supplyAsync(
        () -> api.get(path), task -> Thread.ofVirtual().start(task));
  }

  private static void assertStillWaiting(CompletableFuture<Api.Answer> waiting) throws Exception {
    try {
      throw new AssertionError("answered: " + waiting.get(400, TimeUnit.MILLISECONDS).body());
    } catch (TimeoutException still) {
      assertFalse(waiting.isDone());
    }
  }
}
