package dev.codeport.http.console.customer;

import dev.codeport.application.Codeport;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.LiveLimits;
import dev.codeport.http.api.PhoneDoor;
import dev.codeport.http.api.SandboxDoor;
import dev.codeport.http.api.order.EventEndpoints;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ApiPaper;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.KeyLimits;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.Optional;

/** All pages of a customer. */
public final class CustomerPages {
  private final ConsoleGate gate;
  private final GetPages get;
  private final OrderLists lists;
  private final OrderPages orders;
  private final VerificationPages verifications;
  private final MoneyPages money;
  private final WebhookPages webhooks;
  private final Optional<SandboxPages> sandbox;
  private final ApiPaper paper = ApiPaper.ofCustomers();
  private final PublicAddress address;
  private final KeyLimits limits;

  /**
   * @param streams what happens to orders, as it happens
   * @param address where the API is reached
   * @param limits how often a key may ask
   */
  public CustomerPages(
      Codeport codeport,
      ConsoleGate gate,
      Places places,
      Ledger ledger,
      LiveLimits live,
      EventEndpoints streams,
      PublicAddress address,
      KeyLimits limits,
      Optional<SandboxDoor> door,
      Optional<PhoneDoor> phones) {
    this.gate = gate;
    this.get = new GetPages(codeport, codeport, codeport, codeport, ledger, gate, places);
    this.lists = new OrderLists(codeport, codeport, gate, places);
    this.orders = new OrderPages(codeport, gate, places, streams);
    this.verifications = new VerificationPages(codeport, gate);
    this.money = new MoneyPages(codeport, ledger, live.slowReader(), gate, places);
    this.webhooks = new WebhookPages(codeport, codeport, codeport, codeport, gate);
    this.sandbox = door.map(open -> new SandboxPages(open, phones, codeport, gate, places));
    this.address = address;
    this.limits = limits;
  }

  public void mount(Routes routes) {
    get.mount(routes);
    lists.mount(routes);
    orders.mount(routes);
    verifications.mount(routes);
    money.mount(routes);
    webhooks.mount(routes);
    sandbox.ifPresent(pages -> pages.mount(routes));
    routes
        .get("/console/keys", gate.reads(this::keys))
        .get("/console/api", gate.reads((customer, visit) -> api(visit)));
  }

  private Reply keys(Customer customer, Visit visit) {
    var holder = customer.holder();
    var page =
        new KeysPage(
            holder.key(),
            holder.account(),
            customer.isLimited(),
            limits.reads(),
            limits.changes(),
            holder.account().banAt(visit.now()).map(ban -> ban.until()));
    return visit.show("keys", Section.KEYS, page);
  }

  private Reply api(Visit visit) {
    return visit.show("api", Section.API, paper.page(address.of(visit.request())));
  }
}
