package dev.codeport.postgres;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Charge;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.OrderTerms;
import dev.codeport.domain.order.Pursuit;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.RoutingPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@link #FROM} as an order. */
record OrderMapper(Ledger ledger, Seals seals) implements RowMapper<Order> {
  /** Orders with their tiers; what is to be read of whichever follows. */
  static final String FROM =
      """
      SELECT o.*, t.provider AS tier_provider, t.country_id AS tier_country_id,
        t.platform_id AS tier_platform_id, t.operator_id AS tier_operator_id,
        p.code AS tier_operator
      FROM orders o
      JOIN tiers t ON t.id = o.tier_id
      LEFT JOIN operators p ON p.id = t.operator_id
      """;

  @Override
  public Order map(ResultSet result, StatementContext context) throws SQLException {
    var row = new Row(result);
    var terms = terms(row);
    var revision = row.longOf("revision");
    var charge = new Charge(TierRow.read(row), money(row.longOf("price")));
    var state = row.enumOf("state", OrderState.class);
    return switch (state) {
      case PLACED, MOVING, UNSETTLED ->
          new Order.Placed(
              terms,
              revision,
              charge,
              state == OrderState.UNSETTLED,
              row.instantIfAny("moved_at"),
              row.instantIfAny("plan_at"));
      case ACTIVE ->
          new Order.Active(
              terms, revision, charge, lease(row), row.instant("activated_at"), PlanJson.read(row));
      case RECEIVED, AWAITING ->
          new Order.Received(
              terms,
              revision,
              charge,
              lease(row),
              inbox(row),
              state == OrderState.AWAITING,
              row.instantIfAny("asked_at"));
      case COMPLETED, CANCELED, EXPIRED, REFUSED, FAILED ->
          new Order.Closed(
              terms,
              revision,
              charge,
              row.textIfAny("lease_id").isPresent() ? Optional.of(lease(row)) : Optional.empty(),
              row.intIfAny("sms_revision").isPresent() ? Optional.of(inbox(row)) : Optional.empty(),
              state.ending(),
              row.instant("closed_at"),
              row.textIfAny("reason"));
    };
  }

  private OrderTerms terms(Row row) throws SQLException {
    return new OrderTerms(
        new OrderId(row.longOf("id")),
        new AccountId(row.intOf("account_id")),
        wish(row),
        row.longIfAny("parent_id").map(OrderId::new),
        row.instant("placed_at"),
        pursuit(row));
  }

  private static Optional<Pursuit> pursuit(Row row) throws SQLException {
    var codeBy = row.instantIfAny("code_by");
    return codeBy.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pursuit(codeBy.get(), Duration.ofMillis(row.longOf("move_after_ms"))));
  }

  private Wish wish(Row row) throws SQLException {
    var tier = row.intIfAny("wish_tier_id");
    if (tier.isPresent()) {
      return new Wish.Exact(new TierId(tier.get()));
    }
    return new Wish.Routed(
        new CatalogProductId(row.intOf("wish_product_id")),
        row.enumOf("wish_policy", RoutingPolicy.class),
        new RoutingPolicy.Bounds(
            row.longIfAny("wish_max_price").map(this::money),
            row.longIfAny("wish_min_price").map(this::money),
            row.textIfAny("wish_preferred").map(ProviderId::new),
            excluded(row)),
        row.intIfAny("wish_operator_id").map(OperatorId::new));
  }

  private static SortedSet<ProviderId> excluded(Row row) throws SQLException {
    var excluded = new TreeSet<ProviderId>();
    if (row.textIfAny("wish_excluded").isPresent()) {
      row.texts("wish_excluded").forEach(name -> excluded.add(new ProviderId(name)));
    }
    return excluded;
  }

  private Lease lease(Row row) throws SQLException {
    return new Lease(
        new LeaseRef(new ProviderId(row.text("lease_provider")), row.text("lease_id")),
        row.textIfAny("phone").map(seals::phone).orElse(PhoneNumber.ERASED),
        row.money("cost"),
        row.instant("expires_at"),
        row.instant("cancelable_from"),
        row.isTrue("can_another"),
        row.isTrue("can_reactivate"),
        row.textIfAny("operator"));
  }

  private Inbox inbox(Row row) throws SQLException {
    return new Inbox(
        row.intOf("sms_revision"),
        row.instant("first_sms_at"),
        row.textIfAny("code").map(seals::code),
        row.textIfAny("sms_text").map(seals::openText).orElse(""));
  }

  private Money money(long micros) {
    return new Money(micros, ledger.currency());
  }
}
