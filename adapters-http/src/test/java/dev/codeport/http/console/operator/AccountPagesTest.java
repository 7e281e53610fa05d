package dev.codeport.http.console.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.http.Browser;
import dev.codeport.http.flow.Town;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts, their money and their keys. */
class AccountPagesTest {
  private static final String LIST = "/console/operator/accounts";
  private static final Pattern TOKEN = Pattern.compile("cp_[a-z0-9]{8}_[a-z0-9]{32}");

  private final Town town = new Town();
  private final Town.Newcomer customer = town.newcomer(1_000);
  private final String account = LIST + "/" + customer.account();
  private final Browser operator = Browser.at(customer.url());

  AccountPagesTest() {
    operator.signIn(Town.ADMIN);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void an_account_is_opened_once_however_often_its_form_is_sent() {
    var form = operator.get(LIST);

    var first = form.submit(LIST, Map.of("name", " Acme & Söhne <b> "));
    var second = form.submit(LIST, Map.of("name", " Acme & Söhne <b> "));

    assertEquals(first.location(), second.location());
    assertEquals(2, town.codeport.accounts(0, 10).size());
    var page = first.follow();
    assertTrue(page.has("The account is open."));
    assertTrue(page.has("<h1>Acme &amp; Söhne &lt;b&gt;</h1>"), page.html());
    assertEquals(1, acts("account_opened", first.location()));
  }

  @Test
  void a_name_that_is_none_opens_nothing() {
    var form = operator.get(LIST);

    assertEquals(422, form.submit(LIST, Map.of("name", "  ")).status());
    assertEquals(422, form.submit(LIST, Map.of("name", "x".repeat(101))).status());
    assertEquals(1, town.codeport.accounts(0, 10).size());
  }

  @Test
  void a_top_up_that_is_sent_twice_pays_once() {
    var page = operator.get(account);
    var fields = Map.of("amount", "5000", "reference", "bank transfer");

    var first = page.submit(account + "/top-ups", fields);
    var second = page.submit(account + "/top-ups", fields);

    assertEquals(account, first.location());
    assertEquals(account, second.location());
    assertEquals("6000", available());
    assertTrue(first.follow().has("5000 IDR bank transfer"));
    assertEquals(1, acts("money_added", account));
    page.browser().get(account).submit(account + "/top-ups", fields);
    assertEquals("11000", available());
  }

  @Test
  void a_form_that_was_sent_with_another_amount_books_nothing_more() {
    var page = operator.get(account);
    page.submit(account + "/top-ups", Map.of("amount", "5000"));

    var other = page.submit(account + "/top-ups", Map.of("amount", "9000"));
    var taken = page.submit(account + "/adjustments", Map.of("amount", "5000"));

    assertEquals(409, other.status());
    assertTrue(other.has("sent before with other values"));
    assertEquals(409, taken.status());
    assertEquals("6000", available());
  }

  @Test
  void an_amount_that_is_none_is_refused_on_the_page() {
    var page = operator.get(account);

    for (var amount : List.of("", "lots", "-5", "0", "0.5", "1e9", "5,000")) {
      var refused = page.submit(account + "/top-ups", Map.of("amount", amount));
      assertEquals(422, refused.status(), amount);
      assertTrue(refused.has("Nothing was booked"), amount);
    }
    assertEquals("1000", available());
  }

  @Test
  void a_correction_takes_no_more_than_there_is() {
    var page = operator.get(account);

    assertEquals(409, page.submit(account + "/adjustments", Map.of("amount", "-1001")).status());
    assertEquals(303, page.submit(account + "/adjustments", Map.of("amount", "-999")).status());
    assertEquals("1", available());
    assertEquals(1, acts("money_adjusted", account));
  }

  @Test
  void a_key_is_issued_once_and_shown_once() {
    var page = operator.get(account);

    var issued = page.submit(account + "/keys", Map.of("label", "<i>ci</i>"));
    var again = page.submit(account + "/keys", Map.of("label", "<i>ci</i>"));

    var token = TOKEN.matcher(issued.html());
    assertTrue(token.find());
    assertEquals(200, issued.status());
    assertTrue(issued.has("&lt;i&gt;ci&lt;/i&gt;"));
    assertEquals(409, again.status());
    assertFalse(TOKEN.matcher(again.html()).find());
    assertFalse(TOKEN.matcher(operator.get(account).html()).find());
    assertFalse(TOKEN.matcher(audit()).find());
    assertEquals(2, town.codeport.keys(customer.account()).size());
    assertEquals(303, Browser.at(customer.url()).signIn(token.group()).status());
  }

  @Test
  void a_revoked_key_opens_nothing_and_is_revoked_once() {
    var form = account + "/keys/" + customer.token().substring(0, 11) + "/revoke";
    var page = operator.get(account);

    assertEquals(account, page.submit(form).location());
    assertEquals(account, page.submit(form).location());

    assertEquals(401, customer.api().send("GET", "/api/account", "").status());
    assertEquals(1, acts("key_revoked", account));
    assertTrue(operator.get(account).form(form).isEmpty());
  }

  @Test
  void an_account_is_suspended_and_goes_on_again() {
    var page = operator.get(account);

    page.submit(account + "/suspended");
    var suspended = page.submit(account + "/suspended").follow();

    assertTrue(suspended.has("The account is suspended."));
    assertEquals(401, customer.api().send("GET", "/api/account", "").status());
    assertEquals(1, acts("account_suspended", account));
    suspended.submit(account + "/suspended");
    assertEquals(200, customer.api().send("GET", "/api/account", "").status());
    assertEquals(1, acts("account_resumed", account));
  }

  @Test
  void limits_are_lifted_and_set_again() {
    operator.get(account).submit(account + "/exemptions", Map.of("rate-limit", "true"));
    var page = operator.get(account);

    assertEquals("[rate_limit]", exemptions());
    page.submit(account + "/exemptions");
    assertEquals("[rate_limit]", exemptions());
    assertEquals(1, acts("exemptions_set", account));
    var token = page.form(account + "/exemptions").orElseThrow().fields().get("token");
    page.browser().post(account + "/exemptions", Map.of("token", String.valueOf(token)));
    assertEquals("[]", exemptions());
  }

  @Test
  void an_account_that_is_not_there_has_no_page() {
    for (var id : List.of("999", "0", "-1", "x", "99999999999")) {
      assertEquals(404, operator.get(LIST + "/" + id).status(), id);
    }
  }

  @Test
  void a_form_without_the_visits_token_does_nothing() {
    var fields = Map.of("amount", "5", "key", "0".repeat(32));

    assertEquals(403, operator.post(account + "/top-ups", fields).status());
    assertEquals("1000", available());
  }

  private String exemptions() {
    var path = "/api/admin/accounts/" + customer.account();
    return town.admin.send("GET", path, "").json().get("exemptions").toString().replace("\"", "");
  }

  private String available() {
    return town.codeport
        .wallet(customer.account())
        .available()
        .amount()
        .stripTrailingZeros()
        .toPlainString();
  }

  private String audit() {
    return town.admin.send("GET", "/api/admin/audit", "").body();
  }

  /** How many such acts by the console the book has on the account with this page. */
  private int acts(String kind, String page) {
    var id = page.substring(page.lastIndexOf('/') + 1);
    var found = 0;
    for (var act :
        town.admin.send("GET", "/api/admin/audit?account=" + id, "").json().get("acts")) {
      var same = act.get("kind").textValue().equals(kind);
      found += same && act.get("door").textValue().equals("console") ? 1 : 0;
    }
    return found;
  }
}
