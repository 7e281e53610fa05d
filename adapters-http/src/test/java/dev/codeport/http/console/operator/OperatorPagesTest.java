package dev.codeport.http.console.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.worker.Worker;
import dev.codeport.http.Browser;
import dev.codeport.http.Own;
import dev.codeport.http.flow.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets in, and what stands on the other pages. */
class OperatorPagesTest {
  private static final String AT = "/console/operator";
  private static final List<String> READS =
      List.of(
          "/accounts",
          "/accounts/1",
          "/vendors",
          "/vendors/cheap",
          "/markups",
          "/catalogue",
          "/fraud",
          "/workers",
          "/audit",
          "/api");
  private static final List<String> FORMS =
      List.of(
          "/accounts",
          "/accounts/1/top-ups",
          "/accounts/1/adjustments",
          "/accounts/1/suspended",
          "/accounts/1/exemptions",
          "/accounts/1/keys",
          "/accounts/1/keys/cp_abc/revoke",
          "/markups",
          "/markups/remove",
          "/fraud/entries",
          "/fraud/entries/remove",
          "/fraud/locks/release");

  private final Town town = new Town();
  private final Town.Newcomer customer = town.newcomer(1_000);
  private final Browser operator = Browser.at(customer.url());

  OperatorPagesTest() {
    operator.signIn(Town.ADMIN);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void a_customers_key_opens_no_page_and_no_form_of_the_operator() {
    var browser = Browser.at(customer.url());
    browser.signIn(customer.token());
    var token = browser.get("/console/orders").form("/console/sign-out").orElseThrow().fields();
    var before = town.admin.send("GET", "/api/admin/audit", "").body();

    for (var page : READS) {
      assertEquals(403, browser.get(AT + page).status(), page);
    }
    var fields = Map.of("token", String.valueOf(token.get("token")), "key", "0".repeat(32));
    for (var form : FORMS) {
      assertEquals(403, browser.post(AT + form, fields).status(), form);
    }
    assertEquals(before, town.admin.send("GET", "/api/admin/audit", "").body());
  }

  @Test
  void who_has_not_signed_in_is_led_to_where_one_does() {
    for (var page : READS) {
      var away = Browser.at(customer.url()).get(AT + page);
      assertTrue(away.location().startsWith("/console/sign-in?next="), page);
    }
  }

  @Test
  void every_page_is_there_in_every_language() {
    var html = new ArrayList<String>();
    for (var language : List.of("en", "de", "id")) {
      operator.get(AT + "/accounts").submit("/console/appearance", Map.of("language", language));
      for (var page : READS) {
        var answer = operator.get(AT + page);
        assertEquals(200, answer.status(), page);
        assertTrue(answer.has("<html lang=\"" + language), page);
        html.add(answer.html());
      }
    }
    assertEquals(html.size(), html.stream().distinct().count());
  }

  @Test
  void vendors_are_shown_and_their_books_compared() {
    var page = operator.get(AT + "/vendors");

    var vendor = town.codeport.vendors().getFirst().profile().id().value();
    assertTrue(page.has("<h2>" + vendor + "</h2>"));
    assertTrue(page.has("handlerapi"));
    var books = operator.get(AT + "/vendors/" + vendor + "/reconciliation");
    assertTrue(List.of(200, 409).contains(books.status()), books::html);
    assertEquals(404, operator.get(AT + "/vendors/nobody/reconciliation").status());
    assertEquals(404, operator.get(AT + "/vendors/NOBODY/reconciliation").status());
  }

  @Test
  void a_vendor_shows_on_what_it_brings_codes() {
    var browser = Browser.at(customer.url());
    browser.signIn(town.newcomer(1_000_000).token());
    var bought =
        browser
            .get("/console/get?what=whatsapp&where=indonesia")
            .submit("/console/orders")
            .follow();
    assertTrue(bought.has("The number is yours"));
    var empty = vendorPages();
    town.codeport.workers().runDue();
    town.wait(Duration.ofMinutes(30));

    var after = vendorPages();

    assertTrue(empty.stream().allMatch(page -> page.has("No number of this vendor")));
    var sold = after.stream().filter(page -> page.has("0 of 1 numbers")).toList();
    assertEquals(1, sold.size());
    assertTrue(sold.getFirst().has("WhatsApp") && sold.getFirst().has("Indonesia"));
    assertEquals(404, operator.get(AT + "/vendors/nobody").status());
    assertEquals(404, operator.get(AT + "/vendors/NOBODY").status());
  }

  private List<Browser.Page> vendorPages() {
    return town.codeport.vendors().stream()
        .map(vendor -> operator.get(AT + "/vendors/" + vendor.profile().id().value()))
        .toList();
  }

  @Test
  void the_page_of_the_api_shows_what_the_admin_key_opens_and_a_customers_page_the_rest() {
    var browser = Browser.at(customer.url());
    browser.signIn(customer.token());

    var ours = operator.get(AT + "/api");
    var theirs = browser.get("/console/api");

    assertTrue(ours.has("<code>/api/admin/accounts/{id}/top-ups</code>"));
    assertTrue(ours.has(customer.url() + "/api/admin/workers"));
    assertFalse(ours.has("<code>/api/orders</code>"));
    assertTrue(theirs.has("<code>/api/orders</code>"));
    assertFalse(theirs.has("/api/admin/"));
  }

  @Test
  void every_worker_and_every_queue_is_on_its_page() {
    var page = operator.get(AT + "/workers");

    for (var worker : town.codeport.workers().all()) {
      assertTrue(page.has(">" + worker.name() + "<"), worker.name());
    }
    assertTrue(page.has("Has not run yet") || page.has("Well"));
    assertTrue(page.has("Numbers on which an SMS may come"));
  }

  @Test
  void the_api_tells_of_the_same_workers_and_queues() {
    var placed =
        town.customer(1_000_000)
            .with("Idempotency-Key", "one")
            .send("POST", "/api/orders", "{\"platform\":\"whatsapp\",\"country\":\"id\"}");
    assertEquals(201, placed.status(), placed.body());
    town.codeport.workers().runDue();

    var told = Own.over(town.admin).get("/api/admin/workers");

    assertEquals(200, told.status());
    assertEquals(
        town.codeport.workers().all().stream().map(Worker::name).toList(),
        told.json().get("workers").findValuesAsText("name"));
    assertTrue(told.json().at("/workers/0/last/took_ms").isNumber(), told.body());
    assertFalse(told.body().contains("\"fault\""), told.body());
    var watched = told.json().at("/queues/5");
    assertEquals("watched_numbers", watched.get("name").textValue());
    assertEquals(1, watched.get("waiting").intValue());
    assertEquals(town.instant().toString(), watched.get("since").textValue());
    assertEquals(401, customer.api().send("GET", "/api/admin/workers", "").status());
    assertEquals(400, town.admin.send("GET", "/api/admin/workers?all=1", "").status());
  }

  @Test
  void the_catalogue_report_names_every_vendor() {
    var page = operator.get(AT + "/catalogue");

    for (var vendor : town.codeport.vendors()) {
      assertTrue(page.has("<h2>" + vendor.profile().id().value() + "</h2>"));
    }
  }

  @Test
  void a_markup_is_set_once_and_removed_again() {
    var list = AT + "/markups";
    var fields = Map.of("account", customer.account().toString(), "percent", "-5", "fixed", "100");

    assertEquals(422, operator.get(list).submit(list, fields).status());
    var page = operator.get(list);
    var set = Map.of("account", customer.account().toString(), "percent", "12.5", "floor", "900");
    var done = page.submit(list, set);
    page.submit(list, set);

    var after = done.follow();
    assertTrue(after.has("12.5 %"));
    assertEquals(1, acts("markup_set", "console"));
    var remove =
        after.forms().stream()
            .filter(form -> form.action().equals(list + "/remove"))
            .filter(form -> !"".equals(form.fields().get("account")))
            .findFirst()
            .orElseThrow();
    operator.post(remove.action(), remove.fields());
    operator.post(remove.action(), remove.fields());
    assertFalse(operator.get(list).has("12.5 %"));
    assertEquals(1, acts("markup_removed", "console"));
  }

  @Test
  void lines_of_the_lists_are_set_and_removed_and_shown_as_they_are() {
    var page = operator.get(AT + "/fraud");
    var fields =
        Map.of(
            "kind", "block", "subject", "+1415*", "reason", "\"><script>x()</script>", "days", "7");

    var done = page.submit(AT + "/fraud/entries", fields);
    page.submit(AT + "/fraud/entries", fields);

    var after = done.follow();
    assertTrue(after.has("+1415*"));
    assertFalse(after.has("<script>x"));
    assertEquals(1, acts("list_line_set", "console"));
    assertFalse(operator.get(AT + "/audit").has("<script>x"));
    var remove = after.form(AT + "/fraud/entries/remove").orElseThrow();
    operator.post(remove.action(), remove.fields());
    operator.post(remove.action(), remove.fields());
    assertEquals(List.of(), town.codeport.listEntries());
    assertEquals(1, acts("list_line_removed", "console"));
  }

  @Test
  void a_line_that_cannot_be_is_refused_on_the_page() {
    var page = operator.get(AT + "/fraud");
    var good = Map.of("kind", "block", "subject", "+1415*", "reason", "why", "days", "7");

    for (var bad :
        List.of(
            Map.of("kind", "other"),
            Map.of("subject", "1415"),
            Map.of("reason", " "),
            Map.of("days", "0"))) {
      var fields = new java.util.HashMap<>(good);
      fields.putAll(bad);
      assertEquals(422, page.submit(AT + "/fraud/entries", fields).status(), bad.toString());
    }
    assertEquals(List.of(), town.codeport.listEntries());
  }

  @Test
  void what_the_api_does_is_written_down_as_well() {
    var page = operator.get(AT + "/audit?account=" + customer.account());

    assertTrue(page.has("Account opened") && page.has("Topped up") && page.has("Key issued"));
    assertFalse(page.has("Rate set"));
    assertTrue(operator.get(AT + "/audit").has("USD/IDR 16250"));
    assertEquals(1, acts("money_added", "api"));
  }

  @Test
  void the_book_goes_on_page_by_page() {
    for (int i = 0; i < 60; i++) {
      town.admin.send("POST", "/api/admin/accounts", "{\"name\":\"Number " + i + "\"}");
    }

    var first = operator.get(AT + "/audit");
    var before = first.html().substring(0, first.html().indexOf("\" rel=\"next\""));
    var address = before.substring(before.lastIndexOf("href=\"") + 6);
    var second = operator.get(address.replace("&amp;", "&"));

    assertTrue(first.has("Number 59") && !first.has("Number 9<"));
    assertTrue(second.has("Number 9<") && second.has("Back to the newest"));
  }

  @Test
  void the_api_books_a_top_up_with_one_key_once() {
    var account = "/api/admin/accounts/" + customer.account();
    var keyed = town.admin.with("Idempotency-Key", "transfer-7");

    var first = keyed.send("POST", account + "/top-ups", "{\"amount\":\"500\"}");
    var again = keyed.send("POST", account + "/top-ups", "{\"amount\":\"500\"}");
    var other = keyed.send("POST", account + "/top-ups", "{\"amount\":\"501\"}");

    assertEquals(200, first.status());
    assertEquals(first.body(), again.body());
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    assertEquals(422, other.status());
    assertEquals(2, acts("money_added", "api"));
  }

  private long acts(String kind, String door) {
    var found = 0;
    for (var act : town.admin.send("GET", "/api/admin/audit?limit=1000", "").json().get("acts")) {
      var same = act.get("kind").textValue().equals(kind);
      found += same && act.get("door").textValue().equals(door) ? 1 : 0;
    }
    return found;
  }
}
