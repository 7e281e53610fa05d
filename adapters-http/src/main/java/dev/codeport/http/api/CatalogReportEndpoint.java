package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.catalog.ReportCatalog.Compared;
import dev.codeport.application.catalog.ReportCatalog.Finding;
import dev.codeport.application.catalog.ReportCatalog.Side;
import dev.codeport.application.catalog.ReportCatalog.Untold;
import dev.codeport.application.catalog.ReportCatalog.VendorReport;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the vendors' own lists and our atlas do not meet; the vendors are asked now. */
final class CatalogReportEndpoint {
  private final ReportCatalog catalog;

  CatalogReportEndpoint(ReportCatalog catalog) {
    this.catalog = catalog;
  }

  Reply get(Request request) {
    request.query().only(Set.of());
    return Reply.json(
        200, new ReportView(catalog.reportCatalog().stream().map(VendorView::of).toList()));
  }

  record ReportView(List<VendorView> vendors) {}

  /**
   * @param untold why the vendor's lists are not there; absent where they are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VendorView(
      String id,
      @Nullable String untold,
      @Nullable SideView countries,
      @Nullable SideView platforms) {
    static VendorView of(VendorReport report) {
      var id = report.provider().value();
      return switch (report.outcome()) {
        case Untold untold -> new VendorView(id, Shown.text(untold.detail()), null, null);
        case Compared compared ->
            new VendorView(
                id, null, SideView.of(compared.countries()), SideView.of(compared.platforms()));
      };
    }
  }

  record SideView(int listed, int understood, List<FindingView> findings) {
    static SideView of(Side side) {
      return new SideView(
          side.listed(), side.understood(), side.findings().stream().map(FindingView::of).toList());
    }
  }

  /**
   * @param ours our words that it may concern
   */
  record FindingView(String kind, String code, String name, List<String> ours) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.kind().name().toLowerCase(Locale.ROOT),
          finding.code(),
          Shown.text(finding.name()),
          finding.ours());
    }
  }
}
