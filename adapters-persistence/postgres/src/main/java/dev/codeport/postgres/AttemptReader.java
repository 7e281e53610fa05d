package dev.codeport.postgres;

import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads what was asked of vendors, and which leases came of it. */
final class AttemptReader {
  private static final String OF_ORDER =
      """
      SELECT * FROM attempts WHERE order_id = :order ORDER BY ordinal
      """;

  private static final String UNSETTLED =
      """
      SELECT *
      FROM attempts
      WHERE provider = :provider AND asked_at < :before AND state IN ('ASKING', 'UNKNOWN')
      ORDER BY asked_at, order_id
      LIMIT :limit
      """;

  private static final String ASKED =
      """
      SELECT *
      FROM attempts
      WHERE provider = :provider AND asked_at >= :from AND asked_at < :before
      ORDER BY asked_at, order_id
      LIMIT :limit
      """;

  private static final String KNOWN =
      """
      SELECT provider, lease_id
      FROM leases
      JOIN unnest(:providers, :leases) asked (provider, lease_id) USING (provider, lease_id)
      """;

  private static final RowMapper<Attempt> MAPPER = new Mapper();

  private final Database database;

  AttemptReader(Database database) {
    this.database = database;
  }

  List<Attempt> of(OrderId order) {
    return database.with(
        handle -> handle.createQuery(OF_ORDER).bind("order", order.value()).map(MAPPER).list());
  }

  List<Attempt> unsettled(ProviderId provider, Instant askedBefore, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(UNSETTLED)
                .bind("provider", provider.value())
                .bind("before", askedBefore)
                .bind("limit", limit)
                .map(MAPPER)
                .list());
  }

  List<Attempt> asked(ProviderId provider, Instant from, Instant before, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(ASKED)
                .bind("provider", provider.value())
                .bind("from", from)
                .bind("before", before)
                .bind("limit", limit)
                .map(MAPPER)
                .list());
  }

  Set<LeaseRef> known(Collection<LeaseRef> leases) {
    var asked = List.copyOf(leases);
    var providers = asked.stream().map(lease -> lease.provider().value()).toList();
    var ids = asked.stream().map(lease -> Texts.storable(lease.id())).toList();
    return database.with(
        handle ->
            handle
                .createQuery(KNOWN)
                .bindArray("providers", String.class, providers)
                .bindArray("leases", String.class, ids)
                .map((row, context) -> lease(new Row(row)))
                .collect(Collectors.toSet()));
  }

  private static LeaseRef lease(Row row) throws SQLException {
    return new LeaseRef(new ProviderId(row.text("provider")), row.text("lease_id"));
  }

  private static final class Mapper implements RowMapper<Attempt> {
    @Override
    public Attempt map(ResultSet result, StatementContext context) throws SQLException {
      var row = new Row(result);
      return new Attempt(
          new OrderId(row.longOf("order_id")),
          row.intOf("ordinal"),
          row.text("reference"),
          new ProviderId(row.text("provider")),
          new TierId(row.intOf("tier_id")),
          row.money("cost"),
          rate(row),
          row.instant("asked_at"),
          row.enumOf("state", AttemptState.class),
          row.textIfAny("lease_id").isPresent() ? Optional.of(lease(row)) : Optional.empty(),
          row.instantIfAny("answered_at"),
          row.text("detail"),
          row.textIfAny("reason").map(ReasonJson::read));
    }

    private static Optional<ExchangeRate> rate(Row row) throws SQLException {
      var base = row.textIfAny("rate_base");
      return base.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ExchangeRate(
                  new Currency(base.get()),
                  new Currency(row.text("rate_quote")),
                  row.decimal("rate"),
                  row.instant("rate_as_of")));
    }
  }
}
