package dev.codeport.http.flow;

import static dev.codeport.http.flow.Shop.WHATSAPP;
import static dev.codeport.http.flow.Shop.assertProblem;
import static dev.codeport.http.flow.Shop.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.contract.Race;
import dev.codeport.http.Api;
import dev.codeport.http.Own;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders by our own API over a whole service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnOrdersTest {
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
  void orders_waits_and_finishes() {
    var placed = shop.api().keyed("k").post("/api/orders", WHATSAPP);
    var order = placed.json().at("/orders/0");
    assertEquals("/api/orders/" + order.get("id"), placed.header("Location").orElse(""));
    assertEquals("active", order.get("status").textValue());
    assertEquals("whatsapp", order.get("platform").textValue());
    assertEquals("id", order.get("country").textValue());
    assertEquals(
        before(order), shop.api().get("/api/wallet").json().at("/held/amount").textValue());

    shop.sms(order);
    var received = shop.api().get(path(order)).json();
    assertEquals("480215", received.get("code").textValue());
    assertEquals(true, received.get("paid").booleanValue());
    var finished = shop.api().post(path(order) + "/finish", "{}");

    assertEquals("completed", finished.json().get("status").textValue());
    assertEquals("0", shop.api().get("/api/wallet").json().at("/held/amount").textValue());
  }

  private static String before(JsonNode order) {
    return order.at("/price/amount").textValue();
  }

  @Test
  void the_same_thing_may_be_named_in_three_ways() {
    var byName = shop.place("a");
    var byProduct =
        shop.api().keyed("b").post("/api/orders", "{\"product_id\":88}").json().at("/orders/0");
    var byTier =
        shop.api()
            .keyed("c")
            .post("/api/orders", "{\"tier_id\":" + byName.get("tier_id") + "}")
            .json()
            .at("/orders/0");

    assertEquals(byName.get("product_id"), byProduct.get("product_id"));
    assertEquals(byName.get("tier_id"), byTier.get("tier_id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|platform",
        "{\"platform\":\"whatsapp\"}|country",
        "{\"platform\":\"whatsapp\",\"country\":\"zz\"}|country",
        "{\"platform\":\"no-such\",\"country\":\"id\"}|platform",
        "{\"platform\":\"whatsapp\",\"country\":\"id\",\"product_id\":88}|platform",
        "{\"product_id\":0}|product_id",
        "{\"product_id\":512}|product_id",
        "{\"tier_id\":-1}|tier_id",
        "{\"tier_id\":1,\"max_price\":\"5\"}|max_price",
        "{\"product_id\":88,\"max_price\":5}|max_price",
        "{\"product_id\":88,\"max_price\":\"0\"}|max_price",
        "{\"product_id\":88,\"min_price\":\"-1\"}|min_price",
        "{\"product_id\":88,\"min_price\":\"1e3\"}|min_price",
        "{\"product_id\":88,\"policy\":\"best\"}|policy",
        "{\"product_id\":88,\"prefer_provider\":\"A B\"}|prefer_provider",
        "{\"product_id\":88,\"exclude_providers\":\"swift\"}|exclude_providers",
        "{\"product_id\":88,\"exclude_providers\":[\"A B\"]}|exclude_providers",
        "{\"tier_id\":1,\"exclude_providers\":[]}|exclude_providers",
        "{\"product_id\":88,\"operator_id\":0}|operator_id",
        "{\"product_id\":88,\"quantity\":0}|quantity",
        "{\"product_id\":88,\"quantity\":101}|quantity",
        "{\"product_id\":88,\"quantity\":\"1\"}|quantity",
        "{\"product_id\":88,\"deadline\":1}|deadline",
        "{\"product_id\":88,\"code_within\":240}|max_price",
        "{\"product_id\":88,\"max_price\":\"5\",\"code_within\":59}|code_within",
        "{\"product_id\":88,\"max_price\":\"5\",\"code_within\":1201}|code_within",
        "{\"product_id\":88,\"max_price\":\"5\",\"code_within\":\"PT4M\"}|code_within",
        "{\"product_id\":88,\"max_price\":\"5\",\"move_after\":60}|code_within",
        "{\"product_id\":88,\"max_price\":\"5\",\"code_within\":60,\"move_after\":9}|move_after",
        "{\"tier_id\":1,\"code_within\":60}|code_within",
        "[]|body"
      })
  void an_order_that_is_not_as_wanted_is_refused_by_the_fields_name(String body, String field) {
    var answer = shop.api().keyed("k").post("/api/orders", body);

    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
    assertEquals("0", shop.api().get("/api/wallet").json().at("/held/amount").textValue());
  }

  @Test
  void a_vendor_may_be_left_out_and_chance_shows_what_it_drew() {
    var body =
        "{\"product_id\":88,\"policy\":\"balanced\",\"exclude_providers\":[\"%s\"]}"
            .formatted(shop.place("a").get("provider").textValue());
    var order = shop.api().keyed("b").post("/api/orders", body).json().at("/orders/0");

    var why = shop.api().get(path(order) + "/timeline").json().at("/items/1/why");

    assertNotEquals(shop.place("c").get("provider"), order.get("provider"));
    assertEquals("balanced", why.get("policy").textValue());
    assertEquals(1, why.get("place").intValue());
    assertTrue(why.get("drawn").isTextual());
    assertEquals(422, shop.api().keyed("b").post("/api/orders", "{\"product_id\":88}").status());
  }

  @Test
  void what_cannot_be_had_is_told_with_nothing_taken() {
    var dear = "{\"product_id\":88,\"max_price\":\"1\"}";
    assertProblem("no-offer", 409, shop.api().keyed("a").post("/api/orders", dear));
    var many = "{\"product_id\":88,\"quantity\":100}";
    var poor = Own.over(town.customer(100)).keyed("b").post("/api/orders", many);
    assertProblem("insufficient-balance", 409, poor);
    assertEquals("100", poor.json().at("/available/amount").textValue());
  }

  @Test
  void what_takes_money_must_carry_a_key() {
    var order = shop.place("a");
    for (var path : List.of("/api/orders", path(order) + "/replace", path(order) + "/reactivate")) {
      assertProblem("idempotency-key-required", 400, shop.api().post(path, WHATSAPP));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "a b", "\"\"", "\"a b\"", "\"a\\b\"", "a\"b"})
  void a_key_that_is_none_is_refused_by_name(String key) {
    var answer = shop.api().keyed(key).post("/api/orders", WHATSAPP);

    assertProblem("bad-parameter", 400, answer);
    assertEquals("idempotency-key", answer.json().at("/errors/0/field").textValue());
  }

  /** Every POST about orders that the document names, in the state that allows it. */
  @Test
  void every_post_sent_again_under_its_key_is_done_once() {
    var covered = new TreeSet<String>();
    var order = shop.place("first");
    covered.add(replayed("/api/orders", WHATSAPP, "place"));
    assertEquals(2, orders());

    town.wait(Duration.ofMinutes(2));
    covered.add(replayed(path(order) + "/replace", "", "replace"));
    assertEquals("canceled", shop.api().get(path(order)).json().get("status").textValue());
    assertEquals(3, orders());

    var second = shop.api().get("/api/orders?status=open").json().at("/orders/0");
    town.wait(Duration.ofMinutes(2));
    covered.add(replayed(path(second) + "/cancel", "", "cancel"));
    assertProblem("not-allowed", 409, shop.api().post(path(second) + "/cancel", ""));

    var third = shop.api().get("/api/orders?status=open").json().at("/orders/0");
    var bulk = "{\"ids\":[" + third.get("id") + "]}";
    covered.add(replayed("/api/orders/cancel", bulk, "bulk"));

    var fourth = shop.place("fourth");
    shop.sms(fourth);
    covered.add(replayed(path(fourth) + "/another-code", "", "another"));
    assertProblem("too-early", 409, shop.api().post(path(fourth) + "/another-code", ""));
    covered.add(replayed(path(fourth) + "/finish", "", "finish"));
    assertProblem("not-allowed", 409, shop.api().post(path(fourth) + "/finish", ""));
    var before = orders();
    covered.add(replayed(path(fourth) + "/reactivate", "", "reactivate"));
    assertEquals(before + 1, orders());

    assertEquals(
        Own.operations().stream()
            .filter(operation -> operation.startsWith("POST /api/orders"))
            .collect(Collectors.toCollection(TreeSet::new)),
        covered);
  }

  /** Sends it twice bare and once quoted, and once with another meaning; answers the operation. */
  private String replayed(String path, String body, String key) {
    var first = shop.api().keyed(key).post(path, body);
    var again = shop.api().keyed("\"" + key + "\"").post(path, body);

    assertTrue(first.status() < 300, () -> path + " " + first.body());
    assertEquals(first.status(), again.status(), again.body());
    assertEquals("", first.header("Idempotency-Replayed").orElse(""), path);
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""), path);
    assertEquals(ids(first), ids(again), path);
    var template = path.replaceFirst("/orders/\\d+", "/orders/{id}");
    var other = otherMeaning(path);
    assertProblem("idempotency-key-reused", 422, shop.api().keyed(key).post(other[0], other[1]));
    return "POST " + template;
  }

  private String[] otherMeaning(String path) {
    return path.equals("/api/orders")
        ? new String[] {"/api/orders", "{\"product_id\":88,\"quantity\":2}"}
        : new String[] {"/api/orders/cancel", "{\"ids\":[987654]}"};
  }

  private static Set<Long> ids(Api.Answer answer) {
    var ids = new HashSet<Long>();
    answer.json().findValues("id").forEach(id -> ids.add(id.longValue()));
    return ids;
  }

  private int orders() {
    return shop.api().get("/api/orders").json().get("orders").size();
  }

  @Test
  void orders_sent_at_once_under_one_key_are_one_order() {
    var answers = Race.of(6, i -> shop.api().keyed("one").post("/api/orders", WHATSAPP));

    var placed = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertEquals(1, placed.stream().flatMap(answer -> ids(answer).stream()).distinct().count());
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> assertProblem("request-in-progress", 409, answer));
    assertEquals(1, orders());
  }
}
