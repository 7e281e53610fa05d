package dev.codeport.bootstrap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.Customer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts of strangers stay texts, wherever they are shown: nothing of them runs or is loaded. */
@ExtendWith(Stage.Shared.class)
class HostileTextTest {
  private static final int LEAST = 100;

  /** Elements and attributes that no page of ours has; one of them came out of a text. */
  private static final String STRANGERS =
      """
      all => all.filter(each =>
          (each.localName === "script" && !each.getAttribute("src")?.startsWith("/console/"))
          || /^(style|iframe|object|embed|base|marquee|xss|audio|video|math|keygen)$/.test(each.localName)
          || [...each.attributes].some(one => /^on|^style$|^srcdoc$/.test(one.name)
              || /^(href|src|action|formaction)$/.test(one.name)
                  && !/^(\\/|#|\\?)/.test(one.value)))
        .map(each => each.outerHTML.slice(0, 200))
      """;

  private final Stage stage;

  HostileTextTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void in_the_names_of_accounts() throws IOException {
    var names = new ArrayList<String>();
    for (var payload : payloads()) {
      var body = Json.object("name", payload);
      if (stage.admin().post("/api/admin/accounts", body).status() / 100 == 2) {
        names.add(payload);
      }
    }

    var seen = shownTo(stage.adminKey(), 20, names);

    assertTrue(names.size() >= LEAST, () -> names.size() + " names");
    assertEquals(names.size(), seen);
  }

  @Test
  void in_the_name_of_who_has_signed_in() {
    var payload = "<img src=x onerror=alert(1)>";

    assertEquals(1, shownTo(stage.customer(payload).key(), 2, List.of(payload)));
  }

  @Test
  void in_texts_of_messages_and_descriptions_of_webhooks() throws IOException {
    var customer = stage.customer("Ada");
    var texts = payloads();
    for (int i = 0; i < texts.size(); i++) {
      var order = Scene.order(customer, "order-" + i);
      stage.deliver(order.path("phone_number").asText(), texts.get(i));
    }
    describe(customer, texts);

    assertTrue(texts.size() >= LEAST);
    shownTo(customer.key(), texts.size() + 20, texts);
  }

  /** As many webhooks as one may have, each with another text. */
  private static void describe(Customer customer, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      var body = Json.object("url", "http://127.0.0.1:9/" + i, "description", texts.get(i));
      if (customer.post("/api/webhooks", body, "Idempotency-Key", "hook-" + i).status() == 409) {
        return;
      }
    }
  }

  /** Looks at every page; answers how many of the texts stood on them just as they were written. */
  private long shownTo(String key, int alike, List<String> texts) {
    var read = new StringBuilder();
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(key);
      new Walk(visitor, alike)
          .from(
              "/console",
              address -> {
                assertNothingCameOutOf(visitor, address);
                read.append(visitor.page().locator("body").textContent()).append('\n');
              });
    }
    var all = read.toString();
    return texts.stream().filter(text -> all.contains(text.strip())).count();
  }

  private static void assertNothingCameOutOf(Visitor visitor, String address) {
    assertEquals(List.of(), visitor.page().locator("*").evaluateAll(STRANGERS), address);
    assertNull(visitor.page().evaluate("window.pwned"), address);
  }

  private static List<String> payloads() throws IOException {
    try (var in = HostileTextTest.class.getResourceAsStream("payloads.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
