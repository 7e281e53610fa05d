package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import dev.codeport.contract.Race;
import dev.codeport.http.Api;
import dev.codeport.http.Own;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
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

/** Orders, money and catalogue by our own API over a whole service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnOrdersTest {
  private static final String WHATSAPP = "{\"platform\":\"whatsapp\",\"country\":\"ID\"}";

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
  void orders_waits_and_finishes() {
    var placed = api.keyed("k").post("/api/orders", WHATSAPP);
    var order = placed.json().at("/orders/0");
    assertEquals("/api/orders/" + order.get("id"), placed.header("Location").orElse(""));
    assertEquals("active", order.get("status").textValue());
    assertEquals("whatsapp", order.get("platform").textValue());
    assertEquals("id", order.get("country").textValue());
    assertEquals(before(order), api.get("/api/wallet").json().at("/held/amount").textValue());

    sms(order);
    var received = api.get(path(order)).json();
    assertEquals("480215", received.get("code").textValue());
    assertEquals(true, received.get("paid").booleanValue());
    var finished = api.post(path(order) + "/finish", "{}");

    assertEquals("completed", finished.json().get("status").textValue());
    assertEquals("0", api.get("/api/wallet").json().at("/held/amount").textValue());
  }

  private static String before(JsonNode order) {
    return order.at("/price/amount").textValue();
  }

  @Test
  void the_same_thing_may_be_named_in_three_ways() {
    var byName = place("a");
    var byProduct =
        api.keyed("b").post("/api/orders", "{\"product_id\":88}").json().at("/orders/0");
    var byTier =
        api.keyed("c")
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
    var answer = api.keyed("k").post("/api/orders", body);

    assertEquals(422, answer.status(), answer.body());
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
    assertEquals("0", api.get("/api/wallet").json().at("/held/amount").textValue());
  }

  @Test
  void what_cannot_be_had_is_told_with_nothing_taken() {
    var dear = "{\"product_id\":88,\"max_price\":\"1\"}";
    assertProblem("no-offer", 409, api.keyed("a").post("/api/orders", dear));
    var many = "{\"product_id\":88,\"quantity\":100}";
    var poor = Own.over(town.customer(100)).keyed("b").post("/api/orders", many);
    assertProblem("insufficient-balance", 409, poor);
    assertEquals("100", poor.json().at("/available/amount").textValue());
  }

  @Test
  void what_takes_money_must_carry_a_key() {
    var order = place("a");
    for (var path : List.of("/api/orders", path(order) + "/replace", path(order) + "/reactivate")) {
      assertProblem("idempotency-key-required", 400, api.post(path, WHATSAPP));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"open", "a b", "\"\"", "\"a b\"", "\"a\\b\"", "a\"b"})
  void a_key_that_is_none_is_refused_by_name(String key) {
    var answer = api.keyed(key).post("/api/orders", WHATSAPP);

    assertProblem("bad-parameter", 400, answer);
    assertEquals("idempotency-key", answer.json().at("/errors/0/field").textValue());
  }

  /** Every POST about orders that the document names, in the state that allows it. */
  @Test
  void every_post_sent_again_under_its_key_is_done_once() {
    var covered = new TreeSet<String>();
    var order = place("first");
    covered.add(replayed("/api/orders", WHATSAPP, "place"));
    assertEquals(2, orders());

    town.wait(Duration.ofMinutes(2));
    covered.add(replayed(path(order) + "/replace", "", "replace"));
    assertEquals("canceled", api.get(path(order)).json().get("status").textValue());
    assertEquals(3, orders());

    var second = api.get("/api/orders?status=open").json().at("/orders/0");
    town.wait(Duration.ofMinutes(2));
    covered.add(replayed(path(second) + "/cancel", "", "cancel"));
    assertProblem("not-allowed", 409, api.post(path(second) + "/cancel", ""));

    var third = api.get("/api/orders?status=open").json().at("/orders/0");
    var bulk = "{\"ids\":[" + third.get("id") + "]}";
    covered.add(replayed("/api/orders/cancel", bulk, "bulk"));

    var fourth = place("fourth");
    sms(fourth);
    covered.add(replayed(path(fourth) + "/another-code", "", "another"));
    assertProblem("too-early", 409, api.post(path(fourth) + "/another-code", ""));
    covered.add(replayed(path(fourth) + "/finish", "", "finish"));
    assertProblem("not-allowed", 409, api.post(path(fourth) + "/finish", ""));
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
    var first = api.keyed(key).post(path, body);
    var again = api.keyed("\"" + key + "\"").post(path, body);

    assertTrue(first.status() < 300, () -> path + " " + first.body());
    assertEquals(first.status(), again.status(), again.body());
    assertEquals("", first.header("Idempotency-Replayed").orElse(""), path);
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""), path);
    assertEquals(ids(first), ids(again), path);
    var template = path.replaceFirst("/orders/\\d+", "/orders/{id}");
    var other = otherMeaning(path);
    assertProblem("idempotency-key-reused", 422, api.keyed(key).post(other[0], other[1]));
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
    return api.get("/api/orders").json().get("orders").size();
  }

  @Test
  void orders_sent_at_once_under_one_key_are_one_order() {
    var answers = Race.of(6, i -> api.keyed("one").post("/api/orders", WHATSAPP));

    var placed = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertEquals(1, placed.stream().flatMap(answer -> ids(answer).stream()).distinct().count());
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(answer -> assertProblem("request-in-progress", 409, answer));
    assertEquals(1, orders());
  }

  @Test
  void a_refused_step_frees_its_key() {
    var order = place("a");
    assertProblem("too-early", 409, api.keyed("c").post(path(order) + "/cancel", ""));
    town.wait(Duration.ofMinutes(2));

    var canceled = api.keyed("c").post(path(order) + "/cancel", "");

    assertEquals("canceled", canceled.json().get("status").textValue());
    assertEquals("", canceled.header("Idempotency-Replayed").orElse(""));
  }

  @Test
  void bulk_cancel_has_an_outcome_for_each() {
    var early = place("a");
    town.wait(Duration.ofMinutes(2));
    var lucky = place("b");
    sms(lucky);
    var late = place("c");
    var body =
        "{\"ids\":[%s,%s,%s,424242,%s]}"
            .formatted(early.get("id"), lucky.get("id"), late.get("id"), early.get("id"));

    var answer = api.post("/api/orders/cancel", body).json();

    assertEquals(1, answer.get("canceled").intValue());
    assertEquals(
        List.of("canceled", "not-allowed", "too-early", "not-found"),
        answer.get("results").findValuesAsText("outcome"));
    assertTrue(answer.at("/results/2/available_at").isTextual());
  }

  @Test
  void bulk_cancel_when_allowed_queues_what_comes_too_early() {
    var old = place("a");
    town.wait(Duration.ofMinutes(1));
    var lucky = place("b");
    sms(lucky);
    var middle = place("c");
    town.wait(Duration.ofMinutes(1));
    var young = place("d");
    var body =
        "{\"ids\":[%s,%s,%s,%s],\"when\":\"allowed\"}"
            .formatted(old.get("id"), lucky.get("id"), middle.get("id"), young.get("id"));

    var answer = api.keyed("q").post("/api/orders/cancel", body).json();

    assertEquals(
        List.of("canceled", "not-allowed", "queued", "queued"),
        answer.get("results").findValuesAsText("outcome"));
    assertEquals(1, answer.get("canceled").intValue());
    assertEquals(2, answer.get("queued").intValue());
    assertEquals(
        api.get(path(middle)).json().get("cancel_queued_for"),
        answer.at("/results/2/available_at"));
    town.wait(Duration.ofMinutes(1));
    assertEquals("canceled", api.get(path(middle)).json().get("status").textValue());
    assertEquals("active", api.get(path(young)).json().get("status").textValue());
    var again = api.keyed("q").post("/api/orders/cancel", body).json();
    assertEquals(
        List.of("canceled", "not-allowed", "canceled", "queued"),
        again.get("results").findValuesAsText("outcome"));
    assertEquals(answer.at("/results/3/available_at"), again.at("/results/3/available_at"));
  }

  @Test
  void a_key_of_a_bulk_cancel_stands_for_its_when_too() {
    var body = "{\"ids\":[%s]%s}";
    var order = place("a").get("id");
    api.keyed("q").post("/api/orders/cancel", body.formatted(order, ""));

    var patient = body.formatted(order, ",\"when\":\"allowed\"");
    assertProblem(
        "idempotency-key-reused", 422, api.keyed("q").post("/api/orders/cancel", patient));
    assertTrue(api.get("/api/orders/" + order).json().get("cancel_queued_for").isNull());
  }

  @Test
  void bulk_cancel_of_all_that_wait_leaves_the_others() {
    var waits = place("a");
    var lucky = place("b");
    sms(lucky);
    town.wait(Duration.ofMinutes(2));

    var elsewhere = "{\"waiting\":{\"country\":\"de\"}}";
    assertEquals(0, api.post("/api/orders/cancel", elsewhere).json().get("results").size());
    var here = "{\"waiting\":{\"platform\":\"whatsapp\",\"country\":\"id\"}}";
    var answer = api.post("/api/orders/cancel", here).json();

    assertEquals(List.of(waits.get("id").toString()), answer.get("results").findValuesAsText("id"));
    assertEquals("received", api.get(path(lucky)).json().get("status").textValue());
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
    assertEquals(422, api.post("/api/orders/cancel", body).status());
  }

  @Test
  void a_list_is_read_page_by_page_along_its_links() {
    for (int i = 0; i < 5; i++) {
      place("p" + i);
    }
    var seen = new ArrayList<Long>();
    var page = api.get("/api/orders?limit=2&platform=whatsapp");
    place("meanwhile");
    for (var link = next(page); !link.isEmpty(); link = next(page)) {
      page.json().get("orders").forEach(order -> seen.add(order.get("id").longValue()));
      page = api.get("/api/orders" + link);
    }
    page.json().get("orders").forEach(order -> seen.add(order.get("id").longValue()));

    assertEquals(5, seen.size());
    assertEquals(5, new HashSet<>(seen).size());
    assertTrue(page.json().get("next_cursor").isNull());
    assertEquals(0, api.get("/api/orders?country=de").json().get("orders").size());
    assertEquals(0, api.get("/api/orders?status=expired").json().get("orders").size());
    assertEquals(6, api.get("/api/orders?status=waiting").json().get("orders").size());
  }

  private static String next(Api.Answer page) {
    var link = page.header("Link").orElse("");
    return link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders?cursor=x,cursor",
    "/api/orders?cursor=bC4x,cursor",
    "/api/orders?cursor=by4xLjA,cursor",
    "/api/orders?cursor=%22,cursor",
    "/api/ledger?cursor=by4xLjE,cursor",
    "/api/catalog/offers?cursor=Yy4yLjk,cursor",
    "/api/orders?limit=0,limit",
    "/api/orders?limit=1001,limit",
    "/api/orders?limit=x,limit",
    "/api/orders?status=ACTIVE,status",
    "/api/orders?platform=none-such,platform",
    "/api/orders?country=zz,country",
    "/api/orders?offset=5,offset",
    "/api/wallet?x=1,x",
    "/api/ledger?format=xml,format",
    "/api/catalog/offers?sort=best,sort",
    "/api/catalog/platforms?country=zz,country"
  })
  void a_parameter_that_is_nonsense_is_refused_by_name(String path, String name) {
    var answer = api.get(path);

    assertProblem("bad-parameter", 400, answer);
    assertEquals(name, answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void messages_tell_how_their_codes_were_found() {
    var order = place("a");
    sms(order);

    var message = api.get(path(order) + "/messages").json().at("/messages/0");

    assertEquals("480215", message.get("code").textValue());
    assertEquals(false, message.get("late").booleanValue());
    assertTrue(message.get("rule").textValue().length() > 2);
    assertEquals("480215", message.at("/candidates/0/value").textValue());
    assertTrue(message.at("/candidates/0/reason").isTextual());
  }

  @Test
  void a_timeline_tells_who_was_asked_and_what_came_of_it() {
    var order = place("a");
    town.wait(Duration.ofSeconds(30));
    sms(order);
    api.post(path(order) + "/finish", "");

    var items = api.get(path(order) + "/timeline").json().get("items");

    assertEquals(
        List.of(
            "placed", "provider_asked", "provider_answered", "event", "message", "event", "event"),
        items.findValuesAsText("what"));
    assertEquals(order.get("provider"), items.at("/1/provider"));
    assertEquals("leased", items.at("/2/outcome").textValue());
    assertTrue(items.at("/2/ms").isIntegralNumber());
    assertEquals("order.otp_received", items.at("/5/type").textValue());
    assertEquals("order.completed", items.at("/6/type").textValue());
  }

  @Test
  void a_canceled_orders_timeline_keeps_when_it_was_leased() {
    var order = place("a");
    town.wait(Duration.ofMinutes(2));
    api.post(path(order) + "/cancel", "");

    var items = api.get(path(order) + "/timeline").json().get("items");

    assertEquals(
        List.of(
            "placed", "provider_asked", "provider_answered", "event", "provider_ended", "event"),
        items.findValuesAsText("what"));
    assertEquals("leased", items.at("/2/outcome").textValue());
    assertEquals("canceled", items.at("/4/outcome").textValue());
  }

  @Test
  void the_ledger_adds_up_to_the_wallet_in_json_and_csv() {
    var order = place("a");
    sms(order);
    var first = api.get("/api/ledger?limit=2");
    var rest = api.get("/api/ledger" + next(first));
    assertEquals(List.of("top_up", "hold"), first.json().get("entries").findValuesAsText("kind"));
    assertEquals(List.of("capture"), rest.json().get("entries").findValuesAsText("kind"));

    var csv = api.get("/api/ledger?format=csv");
    var lines = csv.body().lines().toList();
    assertEquals("number,at,kind,order_id,book,amount,currency,reference", lines.getFirst());
    assertEquals(1 + 2 * 3, lines.size());
    var available = BigDecimal.ZERO;
    for (var line : lines) {
      var cells = Splitter.on(',').splitToList(line);
      if (cells.get(4).equals("available")) {
        available = available.add(new BigDecimal(cells.get(5)));
      }
    }
    assertEquals(
        api.get("/api/wallet").json().at("/available/amount").textValue(),
        available.toPlainString());
    assertEquals(csv.body(), api.with("Accept", "text/csv").get("/api/ledger").body());
  }

  @Test
  void a_cell_is_never_a_formula() {
    var newcomer = town.newcomer(0);
    town.admin.send(
        "POST",
        "/api/admin/accounts/" + newcomer.account() + "/top-ups",
        "{\"amount\":\"5\",\"reference\":\"=HYPERLINK(\\\"http://x\\\")\"}");

    var csv = Own.over(newcomer.api()).get("/api/ledger?format=csv").body();

    assertTrue(csv.contains(",\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"), csv);
  }

  @Test
  void offers_have_price_stock_and_success_with_its_sample() {
    var order = place("a");
    sms(order);
    api.post(path(order) + "/finish", "");

    var page = api.get("/api/catalog/offers?platform=whatsapp&country=id&limit=1");
    var offer = page.json().at("/offers/0");
    assertEquals("whatsapp", offer.get("platform").textValue());
    assertTrue(offer.get("available").intValue() > 0);
    assertTrue(offer.at("/success/sample").isIntegralNumber());
    var more = api.get("/api/catalog/offers" + next(page));
    assertNotEquals(offer.get("tier_id"), more.json().at("/offers/0/tier_id"));
    assertTrue(api.get("/api/catalog/platforms").json().get("platforms").size() > 100);
    assertTrue(api.get("/api/catalog/countries").json().get("countries").size() > 100);
  }

  @Test
  void an_account_sees_itself() {
    var answer = api.get("/api/account").json();

    assertEquals("Customer", answer.get("name").textValue());
    assertTrue(answer.at("/key/prefix").textValue().startsWith("cp_"));
  }

  private JsonNode place(String key) {
    var answer = api.keyed(key).post("/api/orders", WHATSAPP);
    assertEquals(201, answer.status(), answer.body());
    return answer.json().at("/orders/0");
  }

  private void sms(JsonNode order) {
    town.sms(order.get("phone_number").textValue(), "WhatsApp code 480-215");
  }

  private static String path(JsonNode order) {
    return "/api/orders/" + order.get("id");
  }

  private static void assertProblem(String type, int status, Api.Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
