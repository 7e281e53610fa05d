package dev.codeport.http.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Browser;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator looks after a phone for which too many guesses were wrong. */
class LockPageTest {
  private static final String PAGE = "/console/operator/fraud";
  private static final String RELEASE = PAGE + "/locks/release";

  private final PostOffice office = new PostOffice();
  private final String lock =
      "/api/admin/accounts/" + office.account + "/phones/" + PostOffice.PHONE + "/lock";
  private final String asked =
      PAGE + "?account=" + office.account + "&phone=" + PostOffice.PHONE.replace("+", "%2B");
  private final Browser operator = Browser.at(URI.create("http://127.0.0.1:" + office.port()));

  LockPageTest() {
    operator.signIn(PostOffice.ADMIN);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_locked_phone_is_unlocked_and_that_is_written_down_once() {
    assertTrue(operator.get(asked).has("Not locked"));
    guessUntilLocked();
    var page = operator.get(asked);

    var done = page.submit(RELEASE);
    page.submit(RELEASE);

    assertEquals(PAGE, done.location());
    assertFalse(isLocked());
    assertTrue(operator.get(asked).form(RELEASE).isEmpty());
    var audit = operator.get("/console/operator/audit").html();
    assertTrue(audit.contains("Phone unlocked"));
    assertEquals(audit.indexOf("Phone unlocked"), audit.lastIndexOf("Phone unlocked"));
  }

  @Test
  void a_phone_or_an_account_that_is_not_there_is_said_to_be() {
    assertTrue(operator.get(PAGE + "?account=99&phone=%2B447700900123").has("no such account"));
    assertTrue(operator.get(PAGE + "?account=1&phone=12").has("no such account"));
  }

  private void guessUntilLocked() {
    var api = office.customer();
    for (int i = 0; i < 20 && !isLocked(); i++) {
      var body = "{\"phone\":\"" + PostOffice.PHONE + "\"}";
      var id = api.send("POST", "/api/verifications", body).json().get("id").textValue();
      for (int guess = 0; guess < 5 && !isLocked(); guess++) {
        var code = "{\"code\":\"" + office.wrong() + "\"}";
        api.send("POST", "/api/verifications/" + id + "/check", code);
      }
      if (!isLocked()) {
        office.wait(Duration.ofMinutes(15));
      }
    }
    assertTrue(isLocked());
  }

  private boolean isLocked() {
    return office.admin.send("GET", lock, "").json().get("locked").booleanValue();
  }
}
