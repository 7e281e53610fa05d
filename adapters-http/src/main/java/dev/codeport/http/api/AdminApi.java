package dev.codeport.http.api;

import dev.codeport.application.Codeport;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.Origins;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/**
 * Everything under {@code /api/admin}: accounts, keys, money, prices, vendors, whom codes go to,
 * what runs by itself, and the book of what was changed.
 */
public final class AdminApi {
  private static final String AT = "/api/admin";
  private static final String ACCOUNT = AT + "/accounts/:id";

  private final Codeport codeport;
  private final Ledger ledger;
  private final InstantSource clock;
  private final AdminGate gate;
  private final Hands hands;

  /**
   * @param origins whose word on where callers come from is believed
   */
  public AdminApi(
      Codeport codeport, Ledger ledger, Secret key, Origins origins, InstantSource clock) {
    this.codeport = codeport;
    this.ledger = ledger;
    this.clock = clock;
    this.gate = new AdminGate(key);
    this.hands = new Hands(codeport, Act.Door.API, origins);
  }

  public void mount(Routes routes) {
    mountAccounts(routes);
    mountKeys(routes);
    mountMoney(routes);
    mountPrices(routes);
    mountFraud(routes);
    routes
        .get(AT + "/vendors", gate.admit(new VendorEndpoints(codeport)::list))
        .get(AT + "/vendors/:id/success", gate.admit(new SoldEndpoint(codeport, codeport)::get))
        .get(
            AT + "/vendors/:id/reconciliation",
            gate.admit(new ReconciliationEndpoint(codeport)::get))
        .get(AT + "/catalog/report", gate.admit(new CatalogReportEndpoint(codeport)::get))
        .get(AT + "/workers", gate.admit(new WorkEndpoint(codeport)::get))
        .get(AT + "/audit", gate.admit(new AuditEndpoint(codeport)::list));
  }

  private void mountFraud(Routes routes) {
    var lists = new FraudEndpoints(codeport, hands);
    var locks = new LockEndpoints(codeport, codeport, codeport, hands);
    routes
        .get(AT + "/fraud/spend", gate.admit(new SendsEndpoint(codeport, clock)::get))
        .get(AT + "/fraud/rules", gate.admit(lists::rules))
        .get(AT + "/fraud/entries", gate.admit(lists::list))
        .put(AT + "/fraud/entries", gate.admit(lists::put))
        .delete(AT + "/fraud/entries", gate.admit(lists::remove))
        .get(ACCOUNT + "/phones/:phone/lock", gate.admit(locks::get))
        .delete(ACCOUNT + "/phones/:phone/lock", gate.admit(locks::release));
  }

  private void mountAccounts(Routes routes) {
    var accounts = new AccountEndpoints(codeport, codeport, hands);
    routes
        .post(AT + "/accounts", gate.admit(accounts::open))
        .get(AT + "/accounts", gate.admit(accounts::list))
        .get(ACCOUNT, gate.admit(accounts::get))
        .put(ACCOUNT + "/suspended", gate.admit(accounts::suspend))
        .put(ACCOUNT + "/exemptions", gate.admit(accounts::exempt));
  }

  private void mountKeys(Routes routes) {
    var keys = new KeyEndpoints(codeport, hands);
    routes
        .post(ACCOUNT + "/keys", gate.admit(keys::issue))
        .get(ACCOUNT + "/keys", gate.admit(keys::list))
        .delete(ACCOUNT + "/keys/:prefix", gate.admit(keys::revoke));
  }

  private void mountMoney(Routes routes) {
    var money = new MoneyEndpoints(codeport, codeport, hands, ledger);
    routes
        .post(ACCOUNT + "/top-ups", gate.admit(money::topUp))
        .post(ACCOUNT + "/adjustments", gate.admit(money::adjust))
        .get(ACCOUNT + "/entries", gate.admit(money::entries));
  }

  private void mountPrices(Routes routes) {
    var prices = new PriceEndpoints(codeport, codeport, hands, ledger);
    routes
        .get(AT + "/exchange-rates/:base/:quote", gate.admit(prices::rate))
        .put(AT + "/exchange-rates/:base/:quote", gate.admit(prices::setRate))
        .get(AT + "/markups", gate.admit(prices::markups))
        .put(AT + "/markups", gate.admit(prices::setMarkup))
        .delete(AT + "/markups", gate.admit(prices::removeMarkup));
  }
}
