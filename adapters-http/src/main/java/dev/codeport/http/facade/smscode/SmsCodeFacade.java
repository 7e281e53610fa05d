package dev.codeport.http.facade.smscode;

import dev.codeport.application.Codeport;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.http.server.KeyLimits;
import dev.codeport.http.server.Routes;
import java.time.InstantSource;

/** The 36 operations of the SMSCode API. Needs a ledger in whole rupiah. */
public final class SmsCodeFacade {
  private final Codeport codeport;
  private final InstantSource clock;
  private final Gate gate;
  private final Tariffs tariffs;

  public SmsCodeFacade(
      Codeport codeport, RateLimiter limiter, KeyLimits limits, InstantSource clock) {
    this.codeport = codeport;
    this.clock = clock;
    this.gate = new Gate(codeport, limiter, limits);
    this.tariffs = new Tariffs(codeport);
  }

  public void mount(Routes routes) {
    for (var version : Version.values()) {
      routes.surface(version.prefix(), new SmsCodeSurface());
      mountCatalog(routes, version);
      mountMoney(routes, version);
      mountOrders(routes, version);
      mountPlacing(routes, version);
      mountEnding(routes, version);
      mountWebhook(routes, version);
    }
  }

  private void mountCatalog(Routes routes, Version version) {
    var catalog = new CatalogEndpoints(codeport, tariffs, version);
    var at = version.prefix() + "/catalog";
    routes
        .get(at + "/countries", gate.read(catalog::countries))
        .get(at + "/services", gate.read(catalog::services))
        .get(at + "/products", gate.read(catalog::products))
        .get(at + "/operators", gate.read(catalog::operators));
  }

  private void mountMoney(Routes routes, Version version) {
    var rate = new ExchangeRateEndpoints(codeport, version);
    var balance = new BalanceEndpoints(codeport, tariffs, version);
    routes
        .get(version.prefix() + "/catalog/exchange-rate", gate.read(rate::rate))
        .get(version.prefix() + "/balance", gate.read(balance::balance));
  }

  private void mountOrders(Routes routes, Version version) {
    var orders = new OrderEndpoints(codeport, tariffs, version);
    var at = version.prefix() + "/orders";
    routes.get(at, gate.read(orders::list)).get(at + "/active", gate.read(orders::active));
  }

  private void mountPlacing(Routes routes, Version version) {
    var create = new CreateEndpoint(codeport, tariffs, version);
    var again = new ReactivationEndpoints(codeport, tariffs, version);
    var at = version.prefix() + "/orders";
    routes
        .post(at + "/create", gate.change(create::create))
        .post(at + "/reactivate", gate.change(again::reactivate))
        .get(at + "/:id/reactivate-options", gate.read(again::options));
  }

  private void mountEnding(Routes routes, Version version) {
    var cancel = new CancelEndpoint(codeport, tariffs, version);
    var finish = new FinishEndpoints(codeport, codeport);
    var orders = new OrderEndpoints(codeport, tariffs, version);
    var at = version.prefix() + "/orders";
    routes
        .post(at + "/cancel", gate.change(cancel::cancel))
        .post(at + "/finish", gate.change(finish::finish))
        .post(at + "/resend", gate.change(finish::resend))
        .get(at + "/:id", gate.read(orders::get));
  }

  private void mountWebhook(Routes routes, Version version) {
    var webhook = new WebhookEndpoints(codeport, codeport, clock);
    var at = version.prefix() + "/webhook";
    routes
        .get(at, gate.read(webhook::get))
        .patch(at, gate.change(webhook::update))
        .post(at + "/test", gate.change(webhook::test));
  }
}
