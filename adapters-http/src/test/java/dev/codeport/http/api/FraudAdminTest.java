package dev.codeport.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.http.Api;
import dev.codeport.http.Given;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom codes go to, and whose guesses are taken. */
class FraudAdminTest {
  private static final String ENTRIES = "/api/admin/fraud/entries";
  private static final String LOCK = "/api/admin/accounts/7/phones/%2B14155550100/lock";

  private final Served served = Served.start();
  private final Own admin = Own.over(served.stranger.key(Served.ADMIN));

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void lines_are_put_listed_and_removed() {
    var put =
        admin.send(
            "PUT",
            ENTRIES,
            "{\"kind\":\"block\",\"subject\":\"203.0.113.0/24\",\"reason\":\"pumping\","
                + "\"until\":\"2031-02-01T01:00:00+01:00\"}");
    admin.send(
        "PUT", ENTRIES, "{\"kind\":\"safe\",\"subject\":\"+1415*\",\"reason\":\"our office\"}");
    var listed = admin.send("GET", ENTRIES, "").json().get("entries");

    assertEquals(
        "{\"kind\":\"block\",\"subject\":\"203.0.113.0/24\",\"reason\":\"pumping\","
            + "\"until\":\"2031-02-01T00:00:00Z\"}",
        put.body());
    assertEquals(2, listed.size());
    assertEquals(ListEntry.Kind.BLOCK, served.codeport.verification.entries.getFirst().kind());
    var block = ENTRIES + "?kind=block&subject=203.0.113.0%2F24";
    assertEquals(204, admin.send("DELETE", block, "").status());
    assertProblem(admin.send("DELETE", block, ""), 404, "not-found");
    assertEquals(204, admin.send("DELETE", ENTRIES + "?kind=safe&subject=+1415*", "").status());
    assertTrue(served.codeport.verification.entries.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind | {}",
        "kind | {\"kind\":\"grey\",\"subject\":\"+1\",\"reason\":\"x\"}",
        "subject | {\"kind\":\"safe\",\"reason\":\"x\"}",
        "subject | {\"kind\":\"safe\",\"subject\":\"1415\",\"reason\":\"x\"}",
        "subject | {\"kind\":\"safe\",\"subject\":\"10.0.0.0/33\",\"reason\":\"x\"}",
        "reason | {\"kind\":\"safe\",\"subject\":\"+1\"}",
        "reason | {\"kind\":\"safe\",\"subject\":\"+1\",\"reason\":\" \"}",
        "until | {\"kind\":\"safe\",\"subject\":\"+1\",\"reason\":\"x\",\"until\":\"soon\"}",
        "until | {\"kind\":\"safe\",\"subject\":\"+1\",\"reason\":\"x\",\"until\":5}"
      })
  void a_line_that_is_none_is_refused_by_name(String field, String body) {
    var answer = admin.send("PUT", ENTRIES, body);

    assertProblem(answer, 422, "invalid");
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
  }

  @Test
  void what_is_to_be_removed_has_to_be_named() {
    for (var query : List.of("", "?kind=safe", "?kind=x&subject=%2B1", "?subject=%2B1")) {
      assertProblem(admin.send("DELETE", ENTRIES + query, ""), 400, "bad-parameter");
    }
  }

  @Test
  void a_lock_is_shown_and_released() {
    open();
    served.codeport.verification.lock = Optional.of(Instant.parse("2031-01-03T00:00:00Z"));

    var locked = admin.send("GET", LOCK, "");
    var released = admin.send("DELETE", LOCK, "");
    var free = admin.send("GET", LOCK, "");

    assertEquals("{\"locked\":true,\"until\":\"2031-01-03T00:00:00Z\"}", locked.body());
    assertEquals(204, released.status());
    assertEquals("{\"locked\":false,\"until\":null}", free.body());
  }

  @Test
  void there_is_no_lock_without_account_or_phone() {
    assertProblem(admin.send("GET", LOCK, ""), 404, "not-found");
    open();
    for (var phone : List.of("abc", "%2B0", "%00", "12")) {
      var path = "/api/admin/accounts/7/phones/" + phone + "/lock";
      assertProblem(admin.send("DELETE", path, ""), 404, "not-found");
    }
  }

  @Test
  void only_the_admin_key_opens() {
    for (var path : List.of(ENTRIES, LOCK)) {
      assertProblem(served.api.send("GET", path, ""), 401, "unauthorized");
      assertProblem(served.stranger.send("DELETE", path, ""), 401, "unauthorized");
    }
  }

  private void open() {
    served.codeport.accounts.put(7, Account.opened(new AccountId(7), "Acme", Given.NOW));
  }

  private static void assertProblem(Api.Answer answer, int status, String type) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
  }
}
