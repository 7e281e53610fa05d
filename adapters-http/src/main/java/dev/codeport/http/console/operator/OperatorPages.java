package dev.codeport.http.console.operator;

import dev.codeport.application.Codeport;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.api.Hands;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ApiPaper;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.PublicAddress;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;

/** Everything under {@code /console/operator}. */
public final class OperatorPages {
  private final ApiPaper paper = ApiPaper.ofOperator();
  private final ConsoleGate gate;
  private final PublicAddress address;
  private final AccountPages accounts;
  private final KeyPages keys;
  private final VendorPages vendors;
  private final MarkupPages markups;
  private final CataloguePages catalogue;
  private final FraudPages fraud;
  private final WorkerPages workers;
  private final AuditPages audit;

  /**
   * @param address where the API is reached
   */
  public OperatorPages(
      Codeport codeport, Hands hands, Ledger ledger, ConsoleGate gate, PublicAddress address) {
    this.gate = gate;
    this.address = address;
    this.accounts = new AccountPages(codeport, hands, ledger, gate);
    this.keys = new KeyPages(codeport, hands, accounts, gate);
    var places = new Places(codeport);
    this.vendors = new VendorPages(codeport, codeport, places, gate);
    this.markups = new MarkupPages(codeport, places, hands, ledger, gate);
    this.catalogue = new CataloguePages(codeport, gate);
    this.fraud = new FraudPages(codeport, hands, gate);
    this.workers = new WorkerPages(codeport, gate);
    this.audit = new AuditPages(codeport, gate);
  }

  public void mount(Routes routes) {
    accounts.mount(routes);
    keys.mount(routes);
    vendors.mount(routes);
    markups.mount(routes);
    catalogue.mount(routes);
    fraud.mount(routes);
    workers.mount(routes);
    audit.mount(routes);
    routes.get("/console/operator/api", gate.operatorReads(this::api));
  }

  private Reply api(Visit visit) {
    return visit.show("api", Section.ADMIN_API, paper.page(address.of(visit.request())));
  }
}
