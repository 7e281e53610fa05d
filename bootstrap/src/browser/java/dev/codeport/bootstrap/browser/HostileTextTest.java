package dev.codeport.bootstrap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Lists;
import dev.codeport.bootstrap.Customer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts of strangers stay texts, wherever they are shown: nothing of them runs or is loaded. */
@ExtendWith(Stage.Shared.class)
class HostileTextTest {
  private static final List<String> TEXTS = Payloads.all();
  private static final int WEBHOOKS = 5;

  /** Those that are no longer than a name may be. */
  private static final List<String> NAMES =
      TEXTS.stream().filter(text -> text.length() <= 100).toList();

  private final Stage stage;

  HostileTextTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void in_the_names_of_accounts() {
    for (var text : NAMES) {
      assertDone(stage.admin().post("/api/admin/accounts", Json.object("name", text)));
    }

    Payloads.assertShown(NAMES, walked(stage.adminKey(), 20));
  }

  @Test
  void in_the_name_of_who_has_signed_in() {
    var payload = "<img src=x onerror=alert(1)>";

    assertTrue(walked(stage.customer(payload).key(), 2).contains(payload));
  }

  @Test
  void in_references_of_money_and_labels_of_keys() {
    var customer = stage.customer("Ada");
    var account = "/accounts/" + customer.get("/api/account").json().path("id").asInt();
    for (var text : NAMES) {
      var booked = Json.object("amount", "1", "reference", text);
      assertDone(stage.admin().post("/api/admin" + account + "/top-ups", booked));
      assertDone(stage.admin().post("/api/admin" + account + "/keys", Json.object("label", text)));
    }

    Payloads.assertShown(NAMES, walked(customer.key(), 20));
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(stage.adminKey());
      visitor.open("/console/operator" + account);
      Payloads.assertShown(NAMES, Payloads.read(visitor, account));
    }
  }

  @Test
  void in_texts_of_messages() {
    var customer = stage.customer("Ada");
    var pages = new ArrayList<>(List.of("/console/orders"));
    for (int i = 0; i < TEXTS.size(); i++) {
      var order = Wish.WHATSAPP.order(customer, "order-" + i);
      stage.deliver(order.path("phone_number").asText(), TEXTS.get(i));
      pages.add("/console/orders/" + order.path("id").asLong());
    }

    Payloads.assertShown(TEXTS, looked(customer.key(), pages.reversed()));
  }

  @Test
  void in_descriptions_of_webhooks() {
    var customer = stage.customer("Ada");
    var webhooks = IntStream.range(0, WEBHOOKS).mapToObj(i -> webhook(customer, i)).toList();
    var seen = new StringBuilder();

    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(customer.key());
      for (var texts : Lists.partition(TEXTS, WEBHOOKS)) {
        for (int i = 0; i < texts.size(); i++) {
          var told = customer.patch(webhooks.get(i), Json.object("description", texts.get(i)));
          assertEquals(200, told.status(), told.text());
        }
        visitor.open("/console/webhooks");
        seen.append(Payloads.read(visitor, texts.toString())).append('\n');
      }
      visitor.open(webhooks.getFirst().replace("/api/", "/console/"));
      seen.append(Payloads.read(visitor, "a webhook"));
    }

    Payloads.assertShown(TEXTS, seen);
  }

  /** Every attempt of a delivery shows how the answer began. */
  @Test
  void in_what_webhooks_answer() {
    var customer = stage.customer("Ada");
    try (var till = Till.open()) {
      till.answers((call, asked) -> new Till.Answer(200, TEXTS.get(call % TEXTS.size())));
      var body = Json.object("url", till.url());
      var webhook = customer.post("/api/webhooks", body, "Idempotency-Key", "hook").json();
      for (int i = 0; i * 2 < TEXTS.size() + 2; i++) {
        var order = Wish.WHATSAPP.order(customer, "order-" + i);
        stage.deliver(order.path("phone_number").asText(), "Your code is 482913");
      }
      till.hear(TEXTS.size());

      var at = "/webhooks/" + webhook.path("id").asText() + "/deliveries";
      var told = customer.get("/api" + at + "?limit=500").json().findValuesAsText("event");
      var seen = looked(customer.key(), told.stream().map(n -> "/console" + at + "/" + n).toList());

      Payloads.assertShown(TEXTS, seen);
    }
  }

  /** What is typed into a form or a link comes back on the page, and may have come from anybody. */
  @Test
  void in_what_is_asked_for() {
    var pages = new ArrayList<String>();
    for (var text : TEXTS) {
      var typed = URLEncoder.encode(text.substring(0, Math.min(text.length(), 64)), UTF_8);
      pages.add("/console/" + (pages.size() % 2 == 0 ? "get?what=" : "orders?find=") + typed);
    }

    var seen = looked(stage.customer("Ada").key(), pages);

    Payloads.assertShown(TEXTS.stream().filter(seen::contains).toList(), seen);
  }

  /** A vendor of numbers whose lists and errors are full of them, and an operator who is too. */
  @Test
  void in_what_vendors_answer_and_why_phones_are_blocked() {
    try (var vendor = Till.open()) {
      vendor.answers(HostileTextTest::listed);
      var settings =
          Map.of(
              "provider.evil.dialect", "handlerapi",
              "provider.evil.url", vendor.url() + "/",
              "provider.evil.api-key", "key",
              "sandbox.mode", "on");
      try (var service = Stage.service(settings);
          var visitor = stage.visitorOf(service)) {
        var admin = new Customer(service.url(), stage.adminKey());
        for (int i = 0; i < TEXTS.size(); i++) {
          assertDone(admin.put("/api/admin/fraud/entries", block("+44794600" + i, TEXTS.get(i))));
        }
        visitor.signIn(stage.adminKey());

        walked(visitor, 20);
        for (var page : List.of("fraud", "catalogue")) {
          visitor.open("/console/operator/" + page);
          Payloads.assertShown(NAMES, Payloads.read(visitor, page));
        }
      }
    }
  }

  /** Names in the lists; everywhere else no word of the protocol. */
  private static Till.Answer listed(int call, String asked) {
    if (asked.contains("action=getCountries") || asked.contains("action=getServicesList")) {
      var names = new ArrayList<String>();
      for (int i = 0; i < TEXTS.size(); i++) {
        names.add("x" + i);
        names.add(TEXTS.get(i));
      }
      return new Till.Answer(200, Json.object(names.toArray(String[]::new)));
    }
    return new Till.Answer(call % 2 == 0 ? 200 : 400, TEXTS.get(call % TEXTS.size()));
  }

  private static String block(String subject, String why) {
    return Json.object("kind", "block", "subject", subject, "reason", why);
  }

  private static void assertDone(Customer.Answer answer) {
    assertEquals(2, answer.status() / 100, answer.text());
  }

  private static String webhook(Customer customer, int number) {
    var body = Json.object("url", "http://127.0.0.1:1024/" + number);
    JsonNode added = customer.post("/api/webhooks", body, "Idempotency-Key", "w" + number).json();
    return "/api/webhooks/" + added.path("id").asText();
  }

  private String walked(String key, int alike) {
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(key);
      return walked(visitor, alike);
    }
  }

  private String looked(String key, List<String> pages) {
    var seen = new StringBuilder();
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(key);
      for (var page : pages) {
        visitor.open(page);
        seen.append(Payloads.read(visitor, page)).append('\n');
      }
    }
    return seen.toString();
  }

  /** All that is said on the pages that can be reached. */
  private static String walked(Visitor visitor, int alike) {
    var seen = new StringBuilder();
    new Walk(visitor, alike)
        .from("/console", address -> seen.append(Payloads.read(visitor, address)).append('\n'));
    return seen.toString();
  }
}
