package dev.codeport.http.flow;

import static dev.codeport.http.flow.Shop.assertProblem;
import static dev.codeport.http.flow.Shop.next;
import static dev.codeport.http.flow.Shop.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import dev.codeport.http.Own;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be read by our own API over a whole service: lists, timelines, money, catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnReadingTest {
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
  void a_list_is_read_page_by_page_along_its_links() {
    for (int i = 0; i < 5; i++) {
      shop.place("p" + i);
    }
    var seen = new ArrayList<Long>();
    var page = shop.api().get("/api/orders?limit=2&platform=whatsapp");
    shop.place("meanwhile");
    for (var link = next(page); !link.isEmpty(); link = next(page)) {
      page.json().get("orders").forEach(order -> seen.add(order.get("id").longValue()));
      page = shop.api().get("/api/orders" + link);
    }
    page.json().get("orders").forEach(order -> seen.add(order.get("id").longValue()));

    assertEquals(5, seen.size());
    assertEquals(5, new HashSet<>(seen).size());
    assertTrue(page.json().get("next_cursor").isNull());
    assertEquals(0, shop.api().get("/api/orders?country=de").json().get("orders").size());
    assertEquals(0, shop.api().get("/api/orders?status=expired").json().get("orders").size());
    assertEquals(6, shop.api().get("/api/orders?status=waiting").json().get("orders").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders?cursor=x,cursor",
    "/api/orders?cursor=bC4x,cursor",
    "/api/orders?cursor=by4xLjA,cursor",
    "/api/orders?cursor=%22,cursor",
    "/api/orders?cursor=by4wMS4x,cursor",
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
    var answer = shop.api().get(path);

    assertProblem("bad-parameter", 400, answer);
    assertEquals(name, answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void messages_tell_how_their_codes_were_found() {
    var order = shop.place("a");
    shop.sms(order);

    var message = shop.api().get(path(order) + "/messages").json().at("/messages/0");

    assertEquals("480215", message.get("code").textValue());
    assertEquals(false, message.get("late").booleanValue());
    assertTrue(message.get("rule").textValue().length() > 2);
    assertEquals("480215", message.at("/candidates/0/value").textValue());
    assertTrue(message.at("/candidates/0/reason").isTextual());
  }

  @Test
  void a_timeline_tells_who_was_asked_and_what_came_of_it() {
    var order = shop.place("a");
    town.wait(Duration.ofSeconds(30));
    shop.sms(order);
    shop.api().post(path(order) + "/finish", "");

    var items = shop.api().get(path(order) + "/timeline").json().get("items");

    assertEquals(
        List.of(
            "placed", "provider_asked", "provider_answered", "event", "message", "event", "event"),
        items.findValuesAsText("what"));
    assertEquals(order.get("provider"), items.at("/1/provider"));
    assertEquals("leased", items.at("/2/outcome").textValue());
    assertEquals("cheapest", items.at("/1/why/policy").textValue());
    assertEquals(order.get("price"), items.at("/1/why/price"));
    assertEquals("ranked", items.at("/1/why/ground").textValue());
    assertTrue(items.at("/2/why").isMissingNode());
    assertTrue(items.at("/2/ms").isIntegralNumber());
    assertEquals("order.otp_received", items.at("/5/type").textValue());
    assertEquals("order.completed", items.at("/6/type").textValue());
  }

  @Test
  void a_canceled_orders_timeline_keeps_when_it_was_leased() {
    var order = shop.place("a");
    town.wait(Duration.ofMinutes(2));
    shop.api().post(path(order) + "/cancel", "");

    var items = shop.api().get(path(order) + "/timeline").json().get("items");

    assertEquals(
        List.of(
            "placed", "provider_asked", "provider_answered", "event", "provider_ended", "event"),
        items.findValuesAsText("what"));
    assertEquals("leased", items.at("/2/outcome").textValue());
    assertEquals("canceled", items.at("/4/outcome").textValue());
  }

  @Test
  void the_ledger_adds_up_to_the_wallet_in_json_and_csv() {
    var order = shop.place("a");
    shop.sms(order);
    var first = shop.api().get("/api/ledger?limit=2");
    var rest = shop.api().get("/api/ledger" + next(first));
    assertEquals(List.of("top_up", "hold"), first.json().get("entries").findValuesAsText("kind"));
    assertEquals(List.of("capture"), rest.json().get("entries").findValuesAsText("kind"));

    var csv = shop.api().get("/api/ledger?format=csv");
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
        shop.api().get("/api/wallet").json().at("/available/amount").textValue(),
        available.toPlainString());
    assertEquals(csv.body(), shop.api().with("Accept", "text/csv").get("/api/ledger").body());
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
    var order = shop.place("a");
    shop.sms(order);
    shop.api().post(path(order) + "/finish", "");

    var page = shop.api().get("/api/catalog/offers?platform=whatsapp&country=id&limit=1");
    var offer = page.json().at("/offers/0");
    assertEquals("whatsapp", offer.get("platform").textValue());
    assertTrue(offer.get("available").intValue() > 0);
    assertFalse(Instant.parse(offer.get("as_of").textValue()).isAfter(town.instant()));
    assertEquals(order.get("tier_id"), offer.get("tier_id"));
    assertEquals(86_400, offer.at("/success/window").intValue());
    var arrived = offer.at("/success/arrived").intValue();
    var sample = offer.at("/success/sample").intValue();
    assertTrue(arrived >= 1 && sample >= arrived, offer.toString());
    var rate = Double.parseDouble(offer.at("/success/rate").textValue());
    assertEquals((double) arrived / sample, rate, 0.001);
    assertTrue(Double.parseDouble(offer.at("/success/at_least").textValue()) < rate);
    var more = shop.api().get("/api/catalog/offers" + next(page));
    assertNotEquals(offer.get("tier_id"), more.json().at("/offers/0/tier_id"));
    var others = more.json().at("/offers/0/success");
    assertEquals(others.get("sample").intValue() == 0, others.get("rate").isNull());
    assertTrue(shop.api().get("/api/catalog/platforms").json().get("platforms").size() > 100);
    assertTrue(shop.api().get("/api/catalog/countries").json().get("countries").size() > 100);
  }

  @Test
  void an_account_sees_itself() {
    var answer = shop.api().get("/api/account").json();

    assertEquals("Customer", answer.get("name").textValue());
    assertTrue(answer.at("/key/prefix").textValue().startsWith("cp_"));
  }
}
