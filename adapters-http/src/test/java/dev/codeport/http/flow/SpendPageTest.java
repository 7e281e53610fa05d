package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Browser;
import dev.codeport.http.Own;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator sees what sending codes cost, and how much of it was in vain. */
class SpendPageTest {
  private static final String PAGE = "/console/operator/fraud";
  private static final String API = "/api/admin/fraud/spend";

  private final PostOffice office = new PostOffice();
  private final Browser operator = Browser.at(URI.create("http://127.0.0.1:" + office.port()));

  SpendPageTest() {
    operator.signIn(PostOffice.ADMIN);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void where_nothing_was_sent_that_is_said() {
    assertTrue(operator.get(PAGE).has("Nothing was sent in this time."));
    assertEquals(
        "{\"from\":\"2030-12-04\",\"to\":\"2031-01-02\",\"spend\":[]}",
        Own.over(office.admin).get(API).body());
  }

  @Test
  void what_was_sent_is_counted_by_day_sender_and_country_with_its_cost() {
    verify("+447700900123");
    cancel("+447700900124");
    office.wait(Duration.ofDays(1));
    cancel("+447700900123");

    operator.signIn(PostOffice.ADMIN);
    var page = operator.get(PAGE + "?days=7");

    assertTrue(page.has("<svg class=\"chart\"") && page.has("2031-01-03: USD\u00A00.0075"));
    assertTrue(page.has("paper") && page.has("United Kingdom"));
    assertTrue(page.has("1 of 3 messages") && page.has("USD\u00A00.0225"));
    assertEquals(
        "{\"from\":\"2031-01-02\",\"to\":\"2031-01-03\",\"spend\":[{\"day\":\"2031-01-02\","
            + "\"sender\":\"paper\",\"region\":\"GB\",\"messages\":2,\"fruitless\":1,"
            + "\"cost\":{\"amount\":\"0.015\",\"currency\":\"USD\"},"
            + "\"fruitless_cost\":{\"amount\":\"0.0075\",\"currency\":\"USD\"}},"
            + "{\"day\":\"2031-01-03\",\"sender\":\"paper\",\"region\":\"GB\",\"messages\":1,"
            + "\"fruitless\":0,\"cost\":{\"amount\":\"0.0075\",\"currency\":\"USD\"},"
            + "\"fruitless_cost\":{\"amount\":\"0\",\"currency\":\"USD\"}}]}",
        Own.over(office.admin).get(API + "?from=2031-01-02").body());
  }

  @Test
  void days_that_are_none_are_refused_and_so_are_customers() {
    assertEquals(400, operator.get(PAGE + "?days=8").status());
    assertEquals(400, office.admin.send("GET", API + "?from=soon", "").status());
    assertEquals(400, office.admin.send("GET", API + "?from=2029-01-01", "").status());
    assertEquals(401, office.customer().send("GET", API, "").status());
    assertFalse(operator.get(PAGE).has("In vain</"));
  }

  private void verify(String phone) {
    var id = start(phone);
    var code = "{\"code\":\"" + office.code() + "\"}";
    office.customer().send("POST", "/api/verifications/" + id + "/check", code);
  }

  private void cancel(String phone) {
    office.customer().send("POST", "/api/verifications/" + start(phone) + "/cancel", "");
  }

  private String start(String phone) {
    var body = "{\"phone\":\"" + phone + "\"}";
    return office.customer().send("POST", "/api/verifications", body).json().get("id").textValue();
  }
}
