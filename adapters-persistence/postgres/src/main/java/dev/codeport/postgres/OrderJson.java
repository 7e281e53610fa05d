package dev.codeport.postgres;

import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Attention;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.Lease;

/** An order's state as a row. */
final class OrderJson {
  private final Ledger ledger;
  private final Seals seals;

  OrderJson(Ledger ledger, Seals seals) {
    this.ledger = ledger;
    this.seals = seals;
  }

  RowJson row(Order order) {
    var row = terms(order);
    order.leased().ifPresent(lease -> lease(row, lease));
    order.received().ifPresent(inbox -> inbox(row, inbox));
    Attention.of(order).ifPresent(a -> row.put("due", a.due()).put("due_at", a.at()));
    switch (order) {
      case Order.Placed placed ->
          row.putInstant("moved_at", placed.movedAt()).putInstant("plan_at", placed.lookAt());
      case Order.Active active ->
          PlanJson.write(active.plan(), row.put("activated_at", active.activatedAt()));
      case Order.Received received -> row.putInstant("asked_at", received.askedAt());
      case Order.Closed closed ->
          row.put("closed_at", closed.closedAt()).putText("reason", closed.reason());
    }
    return row;
  }

  private RowJson terms(Order order) {
    var terms = order.terms();
    var row =
        new RowJson()
            .put("id", terms.id().value())
            .put("account_id", terms.account().value())
            .put("revision", order.revision())
            .put("state", OrderState.of(order))
            .put("placed_at", terms.placedAt())
            .put("tier_id", order.charge().tier().id().value())
            .put("product_id", order.charge().tier().product().value())
            .put("price", inLedger(order.charge().price()));
    terms.parent().ifPresent(parent -> row.put("parent_id", parent.value()));
    if (order.revision() == 1) {
      wish(row, terms.wish());
      terms.pursuit().ifPresent(pursuit -> pursuit(row, pursuit));
    }
    return row;
  }

  private void wish(RowJson row, Wish wish) {
    switch (wish) {
      case Wish.Exact exact -> row.put("wish_tier_id", exact.tier().value());
      case Wish.Routed routed -> routed(row, routed);
    }
  }

  private void routed(RowJson row, Wish.Routed wish) {
    row.put("wish_product_id", wish.product().value()).put("wish_policy", wish.policy());
    wish.bounds().maxPrice().ifPresent(max -> row.put("wish_max_price", inLedger(max)));
    wish.bounds().minPrice().ifPresent(min -> row.put("wish_min_price", inLedger(min)));
    wish.bounds().preferred().ifPresent(p -> row.put("wish_preferred", p.value()));
    if (!wish.bounds().excluded().isEmpty()) {
      var excluded = row.node().putArray("wish_excluded");
      wish.bounds().excluded().forEach(provider -> excluded.add(provider.value()));
    }
    wish.operator().ifPresent(operator -> row.put("wish_operator_id", operator.value()));
  }

  private static void pursuit(RowJson row, Pursuit pursuit) {
    row.put("code_by", pursuit.codeBy()).put("move_after_ms", pursuit.moveAfter().toMillis());
  }

  private void lease(RowJson row, Lease lease) {
    row.put("lease_provider", lease.ref().provider().value())
        .put("lease_id", lease.ref().id())
        .put("phone", seals.phone(lease.phone()))
        .put("cost", lease.cost())
        .put("expires_at", lease.expiresAt())
        .put("cancelable_from", lease.cancelableFrom())
        .put("can_another", lease.canAnother())
        .put("can_reactivate", lease.canReactivate())
        .putText("operator", lease.operator());
  }

  private void inbox(RowJson row, Inbox inbox) {
    row.put("sms_revision", inbox.revision())
        .put("first_sms_at", inbox.firstAt())
        .putText("code", seals.code(inbox.code()))
        .put("sms_text", seals.text(inbox.text()));
  }

  private long inLedger(Money money) {
    if (!money.currency().equals(ledger.currency())) {
      throw new IllegalArgumentException("a price is in " + ledger.currency());
    }
    return money.micros();
  }
}
