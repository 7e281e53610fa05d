package dev.codeport.http.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Browser;
import dev.codeport.http.flow.Town;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer's pages without script: every step is a form. */
class CustomerPagesTest {
  private static final String WHATSAPP = "/console/get?what=whatsapp&where=indonesia";

  private final Town town = new Town();
  private final Town.Newcomer customer = town.newcomer(1_000_000);
  private final Browser browser = Browser.at(customer.url());

  CustomerPagesTest() {
    browser.signIn(customer.token());
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_number_is_found_by_a_typo_ordered_and_its_code_is_shown_and_marked() {
    assertTrue(browser.get("/console/get?what=watsapp").has("platform=whatsapp"));
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();
    assertTrue(order.has("The number is yours"));

    town.sms(phone(order), "WhatsApp code 480-215");

    var received = browser.get(path(order));
    assertTrue(received.has("<mark>480-215</mark>"), received::html);
    assertTrue(received.has("id=\"code\">480215<"));
    assertTrue(received.has("<title>480215 · WhatsApp"));
    var done = received.submit(path(order) + "/finish");
    assertTrue(done.follow().has("Completed"));
    assertEquals(409, received.submit(path(order) + "/finish").status());
  }

  @Test
  void a_form_sent_twice_makes_one_order() {
    var page = browser.get(WHATSAPP);

    var first = page.submit("/console/orders").location();
    var second = page.submit("/console/orders").location();

    assertEquals(first, second);
    assertNotEquals(first, browser.get(WHATSAPP).submit("/console/orders").location());
    var changed = page.submit("/console/orders", Map.of("quantity", "2"));
    assertEquals(422, changed.status());
    assertTrue(changed.has("sent before with something else"));
  }

  @Test
  void orders_are_found_by_number_platform_country_and_code() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();
    var list = "/console/orders";
    var found =
        Map.of(
            number(order),
            path(order),
            "#" + number(order),
            path(order),
            "whatsapp",
            list + "?platform=whatsapp",
            "WhatsUp",
            list + "?platform=whatsapp",
            "wa",
            list + "?platform=whatsapp",
            "ig",
            list + "?platform=instagram",
            "Indonesia",
            list + "?country=id",
            "vk",
            list + "?platform=vk");

    found.forEach(
        (typed, where) ->
            assertEquals(where, browser.get(list + "?find=" + encoded(typed)).location(), typed));
    var both = browser.get(list + "?find=" + encoded("whats app indonesia")).location();
    assertTrue(both.contains("platform=whatsapp") && both.contains("country=id"), both);
    assertTrue(browser.get(both).has(path(order)));
    assertFalse(browser.get(list + "?platform=telegram").has(path(order)));
    assertEquals(404, browser.get(list + "?find=" + encoded("qqqqqqqq")).status());
  }

  @Test
  void a_platform_is_found_by_the_code_that_clients_know_it_by() {
    var told = customer.api().send("GET", "/api/catalog/platforms?search=tg", "");

    assertEquals("telegram", told.json().at("/platforms/0/slug").textValue());
    assertTrue(browser.get("/console/get?what=tg").has("Telegram"));
  }

  @Test
  void an_order_that_is_canceled_too_early_is_when_it_may_be() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();

    var queued = order.submit(path(order) + "/cancel").follow();
    assertTrue(queued.has("as soon as the vendor allows it"));
    town.wait(Duration.ofMinutes(10));

    assertTrue(browser.get(path(order)).has("Cancelled"));
  }

  @Test
  void what_costs_more_than_there_is_or_than_allowed_is_refused_with_its_reason() {
    var poor = town.newcomer(1);
    var stranger = Browser.at(poor.url());
    stranger.signIn(poor.token());

    var refused = stranger.get(WHATSAPP).submit("/console/orders");

    assertEquals(409, refused.status());
    assertTrue(refused.has("Nothing was taken"));
    assertTrue(browser.get(WHATSAPP + "&ceiling=1").has("Raise the ceiling"));
    assertEquals(400, browser.get(WHATSAPP + "&ceiling=-1").status());
    assertEquals(400, browser.get(WHATSAPP + "&operator=x").status());
  }

  @Test
  void nobody_sees_anything_of_another_account() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();
    town.sms(phone(order), "WhatsApp code 480-215");
    var webhook = webhook("http://127.0.0.1:19999/mine", "mine");
    var other = town.newcomer(5_000);
    var stranger = Browser.at(other.url());
    stranger.signIn(other.token());

    for (var path :
        List.of(
            path(order),
            path(order) + "/live",
            webhook,
            webhook + "/secret",
            webhook + "/deliveries/1")) {
      assertEquals(404, stranger.get(path).status(), path);
    }
    for (var path :
        List.of(
            "/console/orders",
            "/console/orders?status=received",
            "/console/orders?status=waiting&platform=whatsapp",
            "/console/orders.csv",
            "/console/verifications",
            "/console/money",
            "/console/money.csv",
            "/console/webhooks",
            "/console/sandbox",
            "/console/keys")) {
      var page = stranger.get(path);
      assertEquals(200, page.status(), path);
      for (var secret : List.of("480215", "480-215", phone(order), "19999/mine")) {
        assertFalse(page.has(secret), path + " " + secret);
      }
    }
    assertEquals(404, stranger.get("/console/orders?find=" + number(order)).status());
    var token = stranger.get("/console/orders").form("/console/sign-out").orElseThrow().fields();
    for (var step : List.of("finish", "another", "cancel")) {
      assertEquals(404, stranger.post(path(order) + "/" + step, token).status(), step);
    }
    for (var step : List.of("pause", "resume", "test", "rotate", "remove", "redeliver")) {
      assertEquals(404, stranger.post(webhook + "/" + step, token).status(), step);
    }
    assertTrue(browser.get(path(order)).has("480215"));
    assertTrue(browser.get("/console/orders.csv").has("480215"));
    assertEquals(200, browser.get(webhook).status());
  }

  @Test
  void what_strangers_wrote_stays_text() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();
    for (var payload : PAYLOADS) {
      var text = payload.replace("\\", "\\\\").replace("\"", "\\\"") + " code 480-215";
      town.sms(phone(order), text);
      browser
          .get(path(order))
          .form(path(order) + "/another")
          .ifPresent(form -> town.wait(Duration.ofSeconds(1)));
    }
    webhook("http://127.0.0.1:19999/?q=%3Cscript%3E", PAYLOADS.getFirst());
    var pages =
        List.of(
            browser.get(path(order)),
            browser.get("/console/orders"),
            browser.get("/console/webhooks"),
            browser.get("/console/get?what=" + encoded("<script>alert(1)</script>\"'>")),
            browser.get(
                "/console/get?what=whatsapp&where=" + encoded("<img src=x onerror=alert(1)>")),
            browser.get("/console/sandbox?phone=" + encoded("\"><script>alert(1)</script>")),
            browser.get("/console/orders?find=" + encoded("<script>alert(1)</script>")),
            browser.get("/console/orders?status=" + encoded("<script>alert(1)</script>")),
            browser.get("/console/" + encoded("<script>alert(1)</script>")));

    for (var page : pages) {
      var tags = page.html().replaceAll("=\"[^\"]*\"", "=").replace("<script src= defer>", "");
      assertFalse(
          tags.matches("(?is).*<(script|img src=x|svg/|iframe|object|embed|math|base).*"), tags);
      assertFalse(tags.matches("(?is).*<[^>]*\\son[a-z]+\\s*=.*"), tags);
      assertFalse(page.html().matches("(?is).*(href|action)=\"\\s*javascript.*"), tags);
    }
  }

  @Test
  void a_page_beyond_the_last_and_wrong_addresses_are_told_apart() {
    browser.get(WHATSAPP).submit("/console/orders");

    assertEquals(400, browser.get("/console/orders?cursor=bm9uc2Vuc2U").status());
    assertEquals(200, browser.get("/console/money?before=1").status());
    assertEquals(400, browser.get("/console/money?days=31").status());
    assertEquals(400, browser.get("/console/verifications?before=" + "a".repeat(32)).status());
    for (var path :
        List.of(
            "/console/orders/0",
            "/console/orders/x",
            "/console/orders/99999999999999999999",
            "/console/verifications/x",
            "/console/verifications/" + "a".repeat(32),
            "/console/webhooks/ep_x",
            "/console/webhooks/ep_" + "0".repeat(24) + "/deliveries/0")) {
      assertEquals(404, browser.get(path).status(), path);
    }
  }

  @Test
  void a_webhook_is_added_tried_paused_and_removed_by_forms() {
    var at = webhook("http://127.0.0.1:19999/nobody", "shop");
    assertTrue(browser.get(at + "/secret").has("whsec_"));

    assertTrue(browser.get(at).submit(at + "/test").has("could not be reached"));
    assertTrue(browser.get(at).submit(at + "/pause").follow().has("Paused"));
    assertTrue(browser.get(at).submit(at + "/resume").follow().has("Active"));
    var before = browser.get(at + "/secret").html();
    assertNotEquals(before, browser.get(at).submit(at + "/rotate").follow().html());
    assertEquals("/console/webhooks", browser.get(at).submit(at + "/remove").location());
    assertEquals(404, browser.get(at).status());
    assertEquals(
        422,
        browser
            .get("/console/webhooks")
            .submit("/console/webhooks", Map.of("url", "ftp://x"))
            .status());
  }

  @Test
  void money_shows_what_was_spent_on_what() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();
    assertTrue(browser.get("/console/money").has("Nothing was spent"));

    town.sms(phone(order), "WhatsApp code 480-215");

    var money = browser.get("/console/money");
    assertTrue(money.has("<rect class=\"c1\""), money::html);
    assertTrue(money.has("WhatsApp") && money.has("Paid") && money.has("Top-up"));
    assertTrue(
        browser
            .get("/console/money.csv")
            .header("Content-Disposition")
            .orElse("")
            .contains("ledger.csv"));
  }

  @Test
  void the_api_is_shown_with_the_visitors_own_address() {
    var page = browser.get("/console/api");

    assertTrue(page.has("&#39;" + customer.url() + "/api/orders&#39;"), page::html);
    assertTrue(page.has("/api/verifications/{id}/check"));
  }

  @Test
  void an_sms_is_made_to_arrive_in_the_sandbox() {
    var order = browser.get(WHATSAPP).submit("/console/orders").follow();

    var page = browser.get("/console/sandbox");
    var sent =
        page.submit("/console/sandbox", Map.of("to", phone(order), "text", "Your code is 771203"));

    assertEquals("/console/sandbox", sent.location());
    assertTrue(browser.get(path(order)).has("<mark>771203</mark>"));
    assertEquals(404, page.submit("/console/sandbox", Map.of("to", "+15", "text", "x")).status());
  }

  @Test
  void the_first_page_is_small() {
    var page = browser.get("/console/get");
    var at = page.html().indexOf("/console/assets/");
    var base = page.html().substring(at, page.html().indexOf("icon.svg", at));
    var bytes = page.html().length();
    for (var asset : List.of("style.css", "live.js", "icon.svg")) {
      bytes += browser.get(base + asset).html().length();
    }

    assertTrue(bytes < 60_000, "" + bytes);
  }

  private String webhook(String url, String description) {
    var added =
        browser
            .get("/console/webhooks")
            .submit("/console/webhooks", Map.of("url", url, "description", description));
    var to = added.location();
    assertTrue(to.endsWith("/secret"), added::html);
    return to.substring(0, to.length() - "/secret".length());
  }

  private static String path(Browser.Page order) {
    return order.response().uri().getPath();
  }

  private static String number(Browser.Page order) {
    return path(order).substring("/console/orders/".length());
  }

  private static String phone(Browser.Page order) {
    var html = order.html();
    var at = html.indexOf("<span class=\"number\">") + "<span class=\"number\">".length();
    return html.substring(at, html.indexOf('<', at));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "<iframe srcdoc='<script>alert(1)</script>'>",
          "</mark></div><script>alert(1)</script>",
          "<a href=javascript:alert(1)>x</a>",
          "<math><mtext></table></math><img src=x onerror=alert(1)>",
          "${7*7} @if(true) {{7*7}}",
          "<!--<img src=x onerror=alert(1)>-->",
          "&lt;script&gt;alert(1)&lt;/script&gt;");
}
