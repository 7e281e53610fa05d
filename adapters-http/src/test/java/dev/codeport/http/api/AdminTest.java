package dev.codeport.http.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.routing.Balances;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Success;
import dev.codeport.http.Api;
import dev.codeport.http.Given;
import dev.codeport.http.Own;
import dev.codeport.http.Served;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {
  private final Served served = Served.start();
  private final Api admin = served.stranger.key(Served.ADMIN);

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void opens_accounts_and_shows_them_with_their_money() {
    var opened = call("POST /api/admin/accounts", "{\"name\":\"Acme\"}");
    call("POST /api/admin/accounts", "{\"name\":\"Beta\"}");

    assertEquals(201, opened.status());
    assertEquals("/api/admin/accounts/1", opened.header("Location").orElse(""));
    assertEquals(
        "{\"id\":1,\"name\":\"Acme\",\"opened_at\":\"2031-01-02T03:00:00Z\",\"suspended\":false,"
            + "\"exemptions\":[],\"wallet\":{\"currency\":\"IDR\",\"available\":\"5000000\",\"held\":\"0\"}}",
        call("GET /api/admin/accounts/1", "").body());
    var rest = call("GET /api/admin/accounts?after=1&limit=5", "").json().get("accounts");
    assertEquals(1, rest.size());
    assertEquals("Beta", rest.get(0).get("name").textValue());
  }

  @Test
  void issues_a_key_that_is_shown_once_and_revoked_by_its_prefix() {
    call("POST /api/admin/accounts", "{\"name\":\"Acme\"}");

    var issued = call("POST /api/admin/accounts/1/keys", "{\"label\":\"ci\"}");
    var listed = call("GET /api/admin/accounts/1/keys", "");

    assertEquals(201, issued.status());
    assertEquals("cp_token", issued.json().get("token").textValue());
    assertFalse(listed.body().contains("cp_token"));
    assertFalse(listed.body().contains("hash"));
    assertEquals("cp_abc", listed.json().at("/keys/0/prefix").textValue());
    assertEquals(204, call("DELETE /api/admin/accounts/1/keys/cp_abc", "").status());
    assertEquals(404, call("DELETE /api/admin/accounts/1/keys/cp_abc", "").status());
  }

  @Test
  void tells_how_the_vendors_fare() {
    served.codeport.vendors = List.of(Given.vendorInTrouble(), Given.vendor());

    var vendors = call("GET /api/admin/vendors", "");

    assertEquals(200, vendors.status());
    assertEquals(
        "{\"vendors\":[{\"id\":\"acme\",\"dialect\":\"handlerapi\",\"health\":{\"circuit\":\"open\","
            + "\"sells\":false,\"since\":\"2031-01-02T03:00:00Z\",\"cause\":\"balance\","
            + "\"detail\":\"NO_BALANCE\",\"retry_at\":\"2031-01-02T03:01:00Z\",\"calls\":12,"
            + "\"failures\":3},\"balance\":{\"amount\":\"0.05\",\"currency\":\"USD\","
            + "\"as_of\":\"2031-01-02T03:00:00Z\"},\"success\":{\"window_hours\":24,\"orders\":10,"
            + "\"with_sms\":8},\"stock\":{\"offers\":2,\"numbers\":40,"
            + "\"as_of\":\"2031-01-02T03:00:00Z\"}},"
            + "{\"id\":\"acme\",\"dialect\":\"handlerapi\",\"health\":{\"circuit\":\"closed\","
            + "\"sells\":true,\"since\":\"2031-01-02T03:00:00Z\",\"calls\":0,\"failures\":0},"
            + "\"success\":{\"window_hours\":24,\"orders\":0,\"with_sms\":0},"
            + "\"stock\":{\"offers\":0,\"numbers\":0}}]}",
        vendors.body());
    assertEquals(401, served.stranger.send("GET", "/api/admin/vendors", "").status());
    assertEquals(400, call("GET /api/admin/vendors?all=1", "").status());
  }

  @Test
  void tells_on_what_a_vendor_brings_codes_with_sample_and_lower_bound() {
    served.codeport.sold =
        Optional.of(
            List.of(
                new ReadVendors.Sold(new CatalogProductId(88), new Success(8, 10)),
                new ReadVendors.Sold(new CatalogProductId(500_000), new Success(0, 1))));

    var sold = call("GET /api/admin/vendors/acme/success", "");

    assertEquals(200, sold.status());
    assertEquals(
        "{\"products\":[{\"platform\":\"whatsapp\",\"country\":\"id\",\"product_id\":88,\"success\":"
            + "{\"arrived\":8,\"sample\":10,\"rate\":\"0.800\",\"at_least\":\"0.490\",\"window\":86400}},"
            + "{\"platform\":\"977\",\"country\":\"288\",\"product_id\":500000,\"success\":"
            + "{\"arrived\":0,\"sample\":1,\"rate\":\"0.000\",\"at_least\":\"0.000\",\"window\":86400}}]}",
        sold.body());
    served.codeport.sold = Optional.empty();
    assertEquals(404, call("GET /api/admin/vendors/acme/success", "").status());
    assertEquals(404, call("GET /api/admin/vendors/ACME/success", "").status());
    assertEquals(401, served.stranger.send("GET", "/api/admin/vendors/acme/success", "").status());
  }

  @Test
  void holds_our_books_against_a_vendors() {
    var usd = Money.of("0.30", Currency.USD);
    served.codeport.reconciliation =
        new ReconcileVendor.Reconciled(
            Given.NOW.minusSeconds(86_400),
            Given.NOW,
            12,
            11,
            usd,
            usd.plus(usd),
            Optional.of(
                new ReconcileVendor.Moved(
                    new Balances.Balance(usd.plus(usd), Given.NOW.minusSeconds(86_400)),
                    new Balances.Balance(usd, Given.NOW),
                    usd.plus(usd),
                    usd)),
            List.of(
                new ReconcileVendor.Difference(
                    ReconcileVendor.Kind.NOT_REFUNDED,
                    Optional.of(new LeaseRef(new ProviderId("acme"), "A7")),
                    Optional.of(new OrderId(7)),
                    Optional.of(usd),
                    Optional.empty())));

    var compared = call("GET /api/admin/vendors/acme/reconciliation", "");

    assertEquals(
        "{\"from\":\"2031-01-01T03:00:00Z\",\"before\":\"2031-01-02T03:00:00Z\",\"attempts\":12,"
            + "\"holdings\":11,\"booked\":{\"amount\":\"0.3\",\"currency\":\"USD\"},"
            + "\"billed\":{\"amount\":\"0.6\",\"currency\":\"USD\"},\"balance\":{"
            + "\"from\":\"2031-01-01T03:00:00Z\",\"until\":\"2031-01-02T03:00:00Z\","
            + "\"first\":{\"amount\":\"0.6\",\"currency\":\"USD\"},"
            + "\"last\":{\"amount\":\"0.3\",\"currency\":\"USD\"},"
            + "\"spent\":{\"amount\":\"0.6\",\"currency\":\"USD\"},"
            + "\"unexplained\":{\"amount\":\"0.3\",\"currency\":\"USD\"}},\"differences\":["
            + "{\"kind\":\"not_refunded\",\"lease\":\"A7\",\"order\":7,"
            + "\"ours\":{\"amount\":\"0.3\",\"currency\":\"USD\"}}]}",
        compared.body());
  }

  @Test
  void says_why_a_vendor_cannot_be_compared() {
    assertEquals(404, call("GET /api/admin/vendors/acme/reconciliation", "").status());
    assertEquals(404, call("GET /api/admin/vendors/ACME/reconciliation", "").status());
    served.codeport.reconciliation = new ReconcileVendor.NoHistory();
    assertEquals(409, call("GET /api/admin/vendors/acme/reconciliation", "").status());
    served.codeport.reconciliation = new ReconcileVendor.Untold("BAD_KEY");
    assertEquals(502, call("GET /api/admin/vendors/acme/reconciliation", "").status());
  }

  @Test
  void reports_where_the_vendors_lists_and_ours_do_not_meet() {
    var candidate =
        new ReportCatalog.Finding(
            ReportCatalog.Kind.CANDIDATE, "tt", "Telegram", List.of("telegram"));
    served.codeport.catalogReport =
        List.of(
            new ReportCatalog.VendorReport(
                new ProviderId("acme"),
                new ReportCatalog.Compared(
                    new ReportCatalog.Side(3, 3, List.of()),
                    new ReportCatalog.Side(2, 1, List.of(candidate)))),
            new ReportCatalog.VendorReport(
                new ProviderId("away"), new ReportCatalog.Untold("BAD_KEY")));

    var report = call("GET /api/admin/catalog/report", "");

    assertEquals(
        "{\"vendors\":[{\"id\":\"acme\",\"countries\":{\"listed\":3,\"understood\":3,"
            + "\"findings\":[]},\"platforms\":{\"listed\":2,\"understood\":1,\"findings\":["
            + "{\"kind\":\"candidate\",\"code\":\"tt\",\"name\":\"Telegram\","
            + "\"ours\":[\"telegram\"]}]}},{\"id\":\"away\",\"untold\":\"BAD_KEY\"}]}",
        report.body());
    assertEquals(400, call("GET /api/admin/catalog/report?all=1", "").status());
  }

  @Test
  void suspends_and_exempts() {
    call("POST /api/admin/accounts", "{\"name\":\"Acme\"}");

    var suspended = call("PUT /api/admin/accounts/1/suspended", "{\"suspended\":true}");
    var exempt =
        call(
            "PUT /api/admin/accounts/1/exemptions",
            "{\"exemptions\":[\"rate_limit\",\"abuse_guard\"]}");

    assertTrue(suspended.json().get("suspended").booleanValue());
    assertEquals("[\"abuse_guard\",\"rate_limit\"]", exempt.json().get("exemptions").toString());
    assertInvalid(
        "exemptions",
        call("PUT /api/admin/accounts/1/exemptions", "{\"exemptions\":[\"everything\"]}"));
  }

  @Test
  void moves_money_in_decimal_strings() {
    var topped =
        call("POST /api/admin/accounts/1/top-ups", "{\"amount\":\"50000\",\"reference\":\"cash\"}");
    var taken = call("POST /api/admin/accounts/1/adjustments", "{\"amount\":\"-12.5\"}");

    assertEquals("{\"currency\":\"IDR\",\"available\":\"5000000\",\"held\":\"0\"}", topped.body());
    assertEquals(200, taken.status());
    assertEquals(
        List.of(Money.of(50_000, Currency.IDR), Money.of("-12.5", Currency.IDR)),
        served.codeport.asked);
  }

  @Test
  void words_every_refusal_of_money() {
    served.codeport.funding = new FundAccount.NoSuchAccount();
    assertProblem(
        "not-found", 404, call("POST /api/admin/accounts/9/top-ups", "{\"amount\":\"1\"}"));
    served.codeport.funding = new FundAccount.BadAmount("must be whole rupiah");
    assertInvalid("amount", call("POST /api/admin/accounts/1/top-ups", "{\"amount\":\"0.5\"}"));
    served.codeport.funding = new FundAccount.TooPoor(Given.PRICE);
    assertProblem(
        "insufficient-balance",
        409,
        call("POST /api/admin/accounts/1/adjustments", "{\"amount\":\"-9000\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "\"\"",
        "\"1e3\"",
        "\"1,5\"",
        "\"0.0000001\"",
        "\"99999999999999\"",
        "null",
        "\"NaN\""
      })
  void takes_amounts_as_decimal_strings_only(String amount) {
    assertInvalid(
        "amount", call("POST /api/admin/accounts/1/top-ups", "{\"amount\":" + amount + "}"));
  }

  @Test
  void sets_and_shows_rates() {
    var set = call("PUT /api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16250.50\"}");

    assertEquals(
        "{\"base\":\"USD\",\"quote\":\"IDR\",\"rate\":\"16250.5\",\"as_of\":\"2031-01-02T03:00:00Z\"}",
        set.body());
    assertEquals(200, call("GET /api/admin/exchange-rates/USD/IDR", "").status());
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.TooOld(Given.rate(16_000));
    assertProblem("stale-rate", 503, call("GET /api/admin/exchange-rates/USD/IDR", ""));
    served.codeport.rate = (base, quote) -> new ReadExchangeRate.Unknown();
    assertProblem("not-found", 404, call("GET /api/admin/exchange-rates/USD/IDR", ""));
    for (var rate : List.of("\"0\"", "\"-1\"", "16250", "\"1000000000\"", "\"1.0000000001\"")) {
      assertInvalid(
          "rate", call("PUT /api/admin/exchange-rates/USD/IDR", "{\"rate\":" + rate + "}"));
    }
  }

  @Test
  void sets_and_shows_markups() {
    var set =
        call(
            "PUT /api/admin/markups",
            "{\"country\":88,\"percent\":\"12.5\",\"fixed\":\"100\",\"floor\":\"1000\"}");
    var listed = call("GET /api/admin/markups", "");

    assertEquals(
        "{\"account\":null,\"country\":88,\"platform\":null,\"percent\":\"12.5\",\"fixed\":\"100\",\"floor\":\"1000\",\"below_cost\":false}",
        set.body());
    assertEquals("{\"markups\":[" + set.body() + "]}", listed.body());
    assertEquals(new CountryId(88), served.codeport.rules.getFirst().country().orElseThrow());
    assertInvalid("percent", call("PUT /api/admin/markups", "{}"));
    assertInvalid("percent", call("PUT /api/admin/markups", "{\"percent\":\"-1\"}"));
    assertInvalid("country", call("PUT /api/admin/markups", "{\"percent\":\"1\",\"country\":512}"));
    assertInvalid("account", call("PUT /api/admin/markups", "{\"percent\":\"1\",\"account\":0}"));
  }

  @Test
  void sells_below_cost_only_when_told_so_and_removes_markups() {
    var discount = "{\"account\":7,\"percent\":\"-10\",\"fixed\":\"-50\",\"below_cost\":%s}";
    assertInvalid("percent", call("PUT /api/admin/markups", discount.formatted("false")));
    assertInvalid("below_cost", call("PUT /api/admin/markups", discount.formatted("\"yes\"")));
    assertInvalid(
        "percent", call("PUT /api/admin/markups", "{\"percent\":\"-101\",\"below_cost\":true}"));
    var set = call("PUT /api/admin/markups", discount.formatted("true"));
    assertEquals("-10", set.json().get("percent").textValue());
    assertTrue(set.json().get("below_cost").booleanValue());

    assertProblem("not-found", 404, call("DELETE /api/admin/markups?platform=1", ""));
    assertProblem("bad-parameter", 400, call("DELETE /api/admin/markups?country=512", ""));
    assertProblem("bad-parameter", 400, call("DELETE /api/admin/markups?all=1", ""));
    assertEquals(204, call("DELETE /api/admin/markups?account=7", "").status());

    assertEquals("{\"markups\":[]}", call("GET /api/admin/markups", "").body());
  }

  @Test
  void opens_to_the_admin_key_only() {
    for (var api : List.of(served.stranger, served.api, served.stranger.key(Served.ADMIN + "x"))) {
      var answer = api.send("GET", "/api/admin/accounts", "");
      assertProblem("unauthorized", 401, answer);
    }
    assertEquals(401, admin.get("/v1/balance").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\"  \"", "5", "null"})
  void needs_a_name_for_an_account(String name) {
    var body = name.isEmpty() ? "{}" : "{\"name\":" + name + "}";
    assertInvalid("name", call("POST /api/admin/accounts", body));
    assertInvalid(
        "name", call("POST /api/admin/accounts", "{\"name\":\"" + "x".repeat(101) + "\"}"));
  }

  private Api.Answer call(String operation, String body) {
    var parts = Splitter.on(' ').splitToList(operation);
    return Own.over(admin).send(parts.get(0), parts.get(1), body);
  }

  private static void assertInvalid(String field, Api.Answer answer) {
    assertProblem("invalid", 422, answer);
    assertEquals(field, answer.json().at("/errors/0/field").textValue());
  }

  private static void assertProblem(String type, int status, Api.Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("urn:codeport:problem:" + type, answer.json().get("type").textValue());
    assertEquals(status, answer.json().get("status").intValue());
    assertEquals("application/problem+json", answer.header("Content-Type").orElse(""));
  }
}
