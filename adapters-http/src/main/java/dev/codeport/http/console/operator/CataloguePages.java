package dev.codeport.http.console.operator;

import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.catalog.ReportCatalog.Compared;
import dev.codeport.application.catalog.ReportCatalog.Untold;
import dev.codeport.application.catalog.ReportCatalog.VendorReport;
import dev.codeport.http.api.Shown;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.List;
import java.util.Optional;

/** Where the vendors' own lists and our atlas do not meet; the vendors are asked now. */
final class CataloguePages {
  private final ReportCatalog catalog;
  private final ConsoleGate gate;

  CataloguePages(ReportCatalog catalog, ConsoleGate gate) {
    this.catalog = catalog;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes.get("/console/operator/catalogue", gate.operatorReads(this::report));
  }

  private Reply report(Visit visit) {
    var vendors = catalog.reportCatalog().stream().map(CataloguePages::vendor).toList();
    return visit.show("catalogue", Section.CATALOGUE, new CataloguePage(vendors));
  }

  private static CataloguePage.Vendor vendor(VendorReport report) {
    var id = report.provider().value();
    return switch (report.outcome()) {
      case Untold untold ->
          new CataloguePage.Vendor(id, Optional.of(Shown.text(untold.detail())), List.of());
      case Compared compared ->
          new CataloguePage.Vendor(
              id,
              Optional.empty(),
              List.of(
                  new CataloguePage.Half("platforms", compared.platforms()),
                  new CataloguePage.Half("countries", compared.countries())));
    };
  }
}
