package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.vendor.ReconcileVendor.Difference;
import dev.codeport.application.vendor.ReconcileVendor.Reconciled;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our books of a day against a vendor's, compared now. */
final class ReconciliationEndpoint {
  private final ReconcileVendor reconcile;

  ReconciliationEndpoint(ReconcileVendor reconcile) {
    this.reconcile = reconcile;
  }

  Reply get(Request request) {
    request.query().only(Set.of());
    return provider(request)
        .map(provider -> reply(reconcile.reconcileVendor(provider)))
        .orElseGet(ReconciliationEndpoint::noSuchVendor);
  }

  private static Reply reply(ReconcileVendor.Result result) {
    return switch (result) {
      case Reconciled reconciled -> Reply.json(200, ReconciledView.of(reconciled));
      case ReconcileVendor.NoSuchVendor none -> noSuchVendor();
      case ReconcileVendor.NoHistory none ->
          Problem.PROVIDER_REFUSED.reply("This vendor keeps no list of what has ended.");
      case ReconcileVendor.Untold untold ->
          Problem.PROVIDER_FAILED.reply("The vendor did not tell: " + Shown.text(untold.detail()));
    };
  }

  private static Reply noSuchVendor() {
    return Problem.NOT_FOUND.reply("There is no such vendor.");
  }

  private static Optional<ProviderId> provider(Request request) {
    try {
      return Optional.of(new ProviderId(request.path("id")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @param booked what was not given back, by our books; so with {@code billed} by the vendor's
   * @param balance absent where this node was not told it twice
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReconciledView(
      String from,
      String before,
      int attempts,
      int holdings,
      Shown.MoneyView booked,
      Shown.MoneyView billed,
      @Nullable MovedView balance,
      List<DifferenceView> differences) {
    static ReconciledView of(Reconciled reconciled) {
      return new ReconciledView(
          Shown.time(reconciled.from()),
          Shown.time(reconciled.before()),
          reconciled.attempts(),
          reconciled.holdings(),
          Shown.money(reconciled.booked()),
          Shown.money(reconciled.billed()),
          reconciled.balance().map(MovedView::of).orElse(null),
          reconciled.differences().stream().map(DifferenceView::of).toList());
    }
  }

  /**
   * @param spent by our books, less what was given back
   * @param unexplained more than zero for what came otherwise, less for what went
   */
  record MovedView(
      String from,
      String until,
      Shown.MoneyView first,
      Shown.MoneyView last,
      Shown.MoneyView spent,
      Shown.MoneyView unexplained) {
    static MovedView of(ReconcileVendor.Moved moved) {
      return new MovedView(
          Shown.time(moved.first().asOf()),
          Shown.time(moved.last().asOf()),
          Shown.money(moved.first().amount()),
          Shown.money(moved.last().amount()),
          Shown.money(moved.spent()),
          Shown.money(moved.unexplained()));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DifferenceView(
      String kind,
      @Nullable String lease,
      @Nullable Long order,
      Shown.@Nullable MoneyView ours,
      Shown.@Nullable MoneyView theirs) {
    static DifferenceView of(Difference difference) {
      return new DifferenceView(
          difference.kind().name().toLowerCase(Locale.ROOT),
          difference.lease().map(LeaseRef::id).orElse(null),
          difference.order().map(OrderId::value).orElse(null),
          difference.ours().map(Shown::money).orElse(null),
          difference.theirs().map(Shown::money).orElse(null));
    }
  }
}
