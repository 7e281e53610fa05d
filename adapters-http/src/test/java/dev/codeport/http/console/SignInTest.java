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
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming in, staying, going, and who is kept out. */
class SignInTest {
  private static final String SESSION = "codeport-session";

  private final Town town = new Town();
  private final Town.Newcomer customer = town.newcomer(1_000);
  private final Browser browser = Browser.at(customer.url());

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void who_has_not_signed_in_is_led_to_where_one_does_and_back() {
    var away = browser.get("/console/orders?status=open");
    assertEquals("/console/sign-in?next=%2Fconsole%2Forders%3Fstatus%3Dopen", away.location());

    var in = away.follow().submit("/console/sign-in", Map.of("key", customer.token()));

    assertEquals("/console/orders?status=open", in.location());
    assertEquals(200, in.follow().status());
    assertTrue(in.header("Set-Cookie").orElse("").endsWith("Path=/; HttpOnly; SameSite=Lax"));
  }

  @Test
  void a_wrong_key_is_told_so_and_opens_nothing() {
    var refused = browser.signIn("cp_wrong");

    assertEquals(401, refused.status());
    assertTrue(refused.has("opens nothing"));
    assertTrue(refused.form("/console/sign-in").isPresent());
    assertFalse(refused.has("cp_wrong"));
    assertFalse(browser.cookies.containsKey(SESSION));
  }

  @Test
  void only_so_many_attempts_are_made_from_one_address() {
    for (int i = 0; i < ConsoleSettings.STANDARD.attempts().count(); i++) {
      assertEquals(401, browser.signIn("cp_wrong").status());
    }

    var refused = browser.signIn(customer.token());

    assertEquals(429, refused.status());
    assertTrue(refused.header("Retry-After").isPresent());
    town.wait(Duration.ofHours(1));
    assertEquals(303, browser.signIn(customer.token()).status());
  }

  @Test
  void signing_out_ends_the_session_on_the_server_too() {
    browser.signIn(customer.token());
    var thief = browser.sending();

    var out = browser.get("/console/orders").submit("/console/sign-out");

    assertEquals("/console/sign-in", out.location());
    assertTrue(out.follow().has("signed out"));
    assertFalse(browser.cookies.containsKey(SESSION));
    assertEquals(401, thief.get("/console/orders").status());
  }

  @Test
  void a_session_is_over_when_it_lay_unused_and_not_before() {
    browser.signIn(customer.token());

    town.wait(Duration.ofHours(11));
    assertEquals(200, browser.get("/console/orders").status());
    town.wait(Duration.ofHours(11));
    assertEquals(200, browser.get("/console/orders").status());
    town.wait(Duration.ofHours(12));

    var expired = browser.get("/console/orders?status=open");
    assertEquals(401, expired.status());
    assertTrue(expired.has("signed out because"));
    var again = expired.submit("/console/sign-in", Map.of("key", customer.token()));
    assertEquals("/console/orders?status=open", again.location());
  }

  @Test
  void every_sign_in_makes_a_session_of_its_own_and_ends_the_one_before() {
    browser.cookies.put(SESSION, "f".repeat(64));
    browser.signIn(customer.token());
    var first = browser.cookies.get(SESSION);
    assertNotEquals("f".repeat(64), first);
    var old = browser.sending();

    browser.get("/console/sign-in").submit("/console/sign-in", Map.of("key", customer.token()));

    assertNotEquals(first, browser.cookies.get(SESSION));
    assertEquals(401, old.get("/console/orders").status());
    assertEquals(200, browser.get("/console/orders").status());
  }

  @Test
  void a_revoked_key_and_a_suspended_account_end_their_sessions() {
    browser.signIn(customer.token());
    var other = town.newcomer(0);
    var stranger = Browser.at(other.url());
    stranger.signIn(other.token());
    var account = "/api/admin/accounts/" + customer.account();

    town.admin.send("DELETE", account + "/keys/" + customer.token().substring(0, 11), "");
    town.admin.send(
        "PUT", "/api/admin/accounts/" + other.account() + "/suspended", "{\"suspended\":true}");

    assertEquals(401, browser.get("/console/orders").status());
    assertEquals(401, stranger.get("/console/orders").status());
  }

  @Test
  void the_admin_key_opens_the_operators_part_and_no_other() {
    var in = browser.signIn(Town.ADMIN);

    assertEquals("/console/operator/accounts", in.location());
    assertEquals(200, in.follow().status());
    assertEquals(403, browser.get("/console/orders").status());
    browser.get("/console/operator/accounts").submit("/console/sign-out");
    browser.signIn(customer.token());
    assertEquals(403, browser.get("/console/operator/accounts").status());
  }

  @Test
  void nobody_is_sent_away_from_here_after_signing_in() {
    for (var trap :
        List.of(
            "https://evil.test/",
            "//evil.test",
            "/\\evil.test",
            "/console//evil.test",
            "/console/../api",
            "/console/./x",
            "/console@evil.test",
            "/console/orders#x",
            "javascript:alert(1)",
            "/api/account",
            "/console/orders\r\nX: y",
            "/console/" + "a".repeat(2_000))) {
      var in =
          browser
              .get("/console/sign-in")
              .submit("/console/sign-in", Map.of("key", customer.token(), "next", trap));

      assertEquals("/console/get", in.location(), trap);
    }
  }

  @Test
  void a_form_counts_only_with_the_visits_own_token_from_a_page_of_ours() {
    browser.signIn(customer.token());
    var token = fieldsOf(browser).get("token");
    var other = Browser.at(customer.url());
    other.signIn(customer.token());

    assertEquals(403, browser.post("/console/sign-out", Map.of()).status());
    assertEquals(403, browser.post("/console/sign-out", Map.of("token", "x")).status());
    assertEquals(403, browser.post("/console/sign-out", fieldsOf(other)).status());
    var strangers =
        List.of(
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"},
            new String[] {"Sec-Fetch-Site", "none"},
            new String[] {"Origin", "https://evil.test"},
            new String[] {"Origin", "null"},
            new String[] {"Origin", customer.url() + ".evil.test"});
    for (var from : strangers) {
      var refused = browser.sending(from).post("/console/sign-out", Map.of("token", token));
      assertEquals(403, refused.status(), List.of(from).toString());
      assertTrue(refused.has("out of date"));
    }
    assertEquals(200, browser.get("/console/orders").status());
    var own = browser.sending("Origin", customer.url().toString());
    assertEquals(303, own.post("/console/sign-out", Map.of("token", token)).status());
  }

  @Test
  void signing_in_takes_a_token_as_well() {
    assertEquals(403, browser.post("/console/sign-in", Map.of("key", customer.token())).status());
  }

  @Test
  void no_page_may_be_framed_or_run_what_is_not_ours() {
    for (var path : Set.of("/console/sign-in", "/console/nowhere", "/console")) {
      var page = browser.get(path);
      var policy = page.header("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("frame-ancestors 'none'"), path);
      assertTrue(policy.contains("default-src 'none'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("DENY", page.header("X-Frame-Options").orElse(""), path);
    }
  }

  @Test
  void colours_and_language_are_chosen_by_forms_that_lead_back() {
    browser.signIn(customer.token());
    var page = browser.get("/console/orders?status=open");
    assertTrue(page.has("data-theme=\"auto\"") && page.has("lang=\"en\""));

    var back = page.submit("/console/appearance", Map.of("theme", "dark"));
    back.follow().submit("/console/appearance", Map.of("language", "de"));

    assertEquals("/console/orders?status=open", back.location());
    var changed = browser.get("/console/orders");
    assertTrue(changed.has("data-theme=\"dark\"") && changed.has("<html lang=\"de\""));
    assertTrue(changed.has("Bestellungen"));
  }

  @Test
  void the_browsers_own_language_is_spoken_where_none_was_chosen() {
    assertTrue(
        browser
            .sending("Accept-Language", "id-ID,id;q=0.9")
            .get("/console/sign-in")
            .has("Kunci API"));
    assertTrue(browser.sending("Accept-Language", "fr").get("/console/sign-in").has("API key"));
    assertTrue(browser.sending("Accept-Language", ";;;q=x").get("/console/sign-in").has("API key"));
  }

  @Test
  void what_is_not_there_is_a_page_that_says_so() {
    var page = browser.get("/console/nowhere/at/all");

    assertEquals(404, page.status());
    assertTrue(page.header("Content-Type").orElse("").startsWith("text/html"));
    assertTrue(page.has("/console\""));
    assertEquals(405, browser.post("/console/money", Map.of("a", "b")).status());
    assertEquals(400, signedIn().get("/console/orders?status=%FF").status());
  }

  @Test
  void style_and_script_are_kept_for_ever_under_the_address_of_their_contents() {
    var page = browser.get("/console/sign-in").html();
    var at = page.indexOf("/console/assets/");
    var style = page.substring(at, page.indexOf('"', at)).replaceAll("[^/]+$", "style.css");

    assertTrue(browser.get(style).header("Cache-Control").orElse("").contains("immutable"));
    assertEquals(404, browser.get("/console/assets/other/style.css").status());
  }

  private Browser signedIn() {
    browser.signIn(customer.token());
    return browser;
  }

  private static Map<String, String> fieldsOf(Browser who) {
    return Objects.requireNonNull(
        who.get("/console/orders").form("/console/sign-out").orElseThrow().fields());
  }
}
