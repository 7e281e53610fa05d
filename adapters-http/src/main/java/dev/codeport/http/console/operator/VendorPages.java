package dev.codeport.http.console.operator;

import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.List;
import java.util.Optional;

/**
 * How the vendors fare, on what each of them brings codes, and where their books and ours differ.
 */
final class VendorPages {
  private static final String LIST = "/console/operator/vendors";
  private static final int ROWS = 200;

  private final ReadVendors vendors;
  private final ReconcileVendor reconcile;
  private final Places places;
  private final ConsoleGate gate;

  VendorPages(ReadVendors vendors, ReconcileVendor reconcile, Places places, ConsoleGate gate) {
    this.vendors = vendors;
    this.reconcile = reconcile;
    this.places = places;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(LIST, gate.operatorReads(this::list))
        .get(LIST + "/:id", gate.operatorReads(this::vendor))
        .get(LIST + "/:id/reconciliation", gate.operatorReads(this::reconciliation));
  }

  private Reply list(Visit visit) {
    return visit.show("vendors", Section.VENDORS, new VendorsPage(vendors.vendors()));
  }

  private Reply vendor(Visit visit) {
    return provider(visit)
        .flatMap(id -> vendors.sold(id).map(sold -> page(id, sold)))
        .map(page -> visit.show(200, "vendor", page.id(), Section.VENDORS, page))
        .orElseGet(visit::notFound);
  }

  private VendorPage page(ProviderId id, List<ReadVendors.Sold> sold) {
    return new VendorPage(
        id.value(),
        sold.stream()
            .limit(ROWS)
            .map(
                each ->
                    new VendorPage.Line(
                        places.platformName(each.product()),
                        places.countryName(each.product()),
                        each.success()))
            .toList(),
        sold.size());
  }

  private Reply reconciliation(Visit visit) {
    return provider(visit)
        .map(id -> compared(visit, id, reconcile.reconcileVendor(id)))
        .orElseGet(visit::notFound);
  }

  private static Reply compared(Visit visit, ProviderId id, ReconcileVendor.Result result) {
    return switch (result) {
      case ReconcileVendor.Reconciled reconciled ->
          visit.show(
              200,
              "reconciliation",
              visit.say("reconciliation.title", id.value()),
              Section.VENDORS,
              new ReconciliationPage(reconciled));
      case ReconcileVendor.NoSuchVendor none -> visit.notFound();
      case ReconcileVendor.NoHistory none -> visit.fail(409, "no-history");
      case ReconcileVendor.Untold untold -> visit.fail(502, "untold", Shown.text(untold.detail()));
    };
  }

  private static Optional<ProviderId> provider(Visit visit) {
    try {
      return Optional.of(new ProviderId(visit.request().path("id")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
