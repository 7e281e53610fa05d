package dev.codeport.postgres;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Reads how orders ended. */
final class HistoryReader {
  private static final String NEWEST_ENDINGS =
      """
      SELECT state
      FROM orders
      WHERE account_id = :account AND closed_at >= :since
        AND state IN ('COMPLETED', 'CANCELED', 'EXPIRED')
      ORDER BY closed_at DESC, id DESC
      LIMIT :limit
      """;

  private static final String CANCELED =
      """
      SELECT count(*)
      FROM orders
      WHERE account_id = :account AND closed_at >= :since
        AND state = 'CANCELED' AND reason IS NULL
      """;

  private static final String OF_PRODUCT =
      """
      FROM tiers t
      CROSS JOIN LATERAL (
        SELECT result, at, waited_ms
        FROM outcomes
        WHERE tier_id = t.id
        %s
      ) o
      WHERE t.platform_id = :platform AND t.country_id = :country
      """;

  private static final String SUCCESS =
      """
      SELECT t.id AS tier_id, count(*) FILTER (WHERE result = 'ARRIVED') AS arrived,
        count(*) AS total
      """
          + OF_PRODUCT.formatted("AND at >= :since AND result <> 'REFUSED'")
          + "GROUP BY t.id";

  private static final String SUCCESS_OF_VENDOR =
      """
      SELECT t.platform_id, t.country_id, count(*) FILTER (WHERE o.result = 'ARRIVED') AS arrived,
        count(*) AS total
      FROM tiers t
      JOIN outcomes o ON o.tier_id = t.id
      WHERE t.provider = :provider AND o.at >= :since AND o.result <> 'REFUSED'
      GROUP BY t.platform_id, t.country_id
      """;

  private static final String NEWEST =
      "SELECT t.id AS tier_id, result, at, waited_ms\n"
          + OF_PRODUCT.formatted("ORDER BY at DESC LIMIT " + Tally.NEWEST)
          + "ORDER BY at DESC";

  private static final String SUCCESS_OF_VENDORS =
      """
      SELECT lease_provider, count(*) FILTER (WHERE sms_revision IS NOT NULL) AS arrived,
        count(*) AS total
      FROM orders
      WHERE closed_at >= :since AND lease_provider IS NOT NULL
        AND state IN ('COMPLETED', 'CANCELED', 'EXPIRED')
      GROUP BY lease_provider
      """;

  private static final String SPEND =
      """
      SELECT CAST(first_sms_at AT TIME ZONE 'UTC' AS date) AS day, product_id,
        CAST(sum(price) AS bigint) AS amount, count(*) AS orders
      FROM orders
      WHERE account_id = :account AND first_sms_at >= :from AND first_sms_at < :to
      GROUP BY day, product_id
      ORDER BY day, product_id
      """;

  private static final String REACTIVATING =
      """
      SELECT EXISTS (
        SELECT FROM orders WHERE parent_id = :parent AND state IN ('PLACED', 'UNSETTLED')
      )
      """;

  private final Database database;

  HistoryReader(Database database) {
    this.database = database;
  }

  List<Ending> newestEndings(AccountId account, Instant since, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(NEWEST_ENDINGS)
                .bind("account", account.value())
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(String.class)
                .map(Ending::valueOf)
                .list());
  }

  int canceledSince(AccountId account, Instant since) {
    return database.with(
        handle ->
            handle
                .createQuery(CANCELED)
                .bind("account", account.value())
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
  }

  Map<TierId, Success> success(CatalogProductId product, Instant since) {
    return database.with(
        handle ->
            of(product, handle.createQuery(SUCCESS))
                .bind("since", since)
                .map(
                    (row, context) ->
                        Map.entry(
                            new TierId(row.getInt("tier_id")),
                            new Success(row.getInt("arrived"), row.getInt("total"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  Map<CatalogProductId, Success> success(ProviderId provider, Instant since) {
    return database.with(
        handle ->
            handle
                .createQuery(SUCCESS_OF_VENDOR)
                .bind("provider", provider.value())
                .bind("since", since)
                .map(
                    (row, context) ->
                        Map.entry(
                            CatalogProductId.of(
                                new CountryId(row.getInt("country_id")),
                                new PlatformId(row.getInt("platform_id"))),
                            new Success(row.getInt("arrived"), row.getInt("total"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  Map<TierId, Tally> tallies(CatalogProductId product, Instant now, Duration halfLife) {
    return database
        .with(
            handle ->
                of(product, handle.createQuery(NEWEST))
                    .map((row, context) -> outcome(new Row(row)))
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                Outcome::tier,
                Collectors.collectingAndThen(
                    Collectors.toList(), newest -> Tally.of(newest, now, halfLife))));
  }

  private static Query of(CatalogProductId product, Query query) {
    return query
        .bind("platform", product.platform().value())
        .bind("country", product.country().value());
  }

  private static Outcome outcome(Row row) throws SQLException {
    return new Outcome(
        new TierId(row.intOf("tier_id")),
        row.enumOf("result", Outcome.Result.class),
        row.instant("at"),
        Duration.ofMillis(row.longOf("waited_ms")));
  }

  Map<ProviderId, Success> success(Instant since) {
    return database.with(
        handle ->
            handle
                .createQuery(SUCCESS_OF_VENDORS)
                .bind("since", since)
                .map(
                    (row, context) ->
                        Map.entry(
                            new ProviderId(row.getString("lease_provider")),
                            new Success(row.getInt("arrived"), row.getInt("total"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  List<Orders.Spend> spend(AccountId account, Instant from, Instant to, Currency currency) {
    return database.with(
        handle ->
            handle
                .createQuery(SPEND)
                .bind("account", account.value())
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, context) ->
                        new Orders.Spend(
                            row.getObject("day", LocalDate.class),
                            new CatalogProductId(row.getInt("product_id")),
                            new Money(row.getLong("amount"), currency),
                            row.getLong("orders")))
                .list());
  }

  boolean isReactivating(OrderId parent) {
    return database.with(
        handle ->
            handle
                .createQuery(REACTIVATING)
                .bind("parent", parent.value())
                .mapTo(Boolean.class)
                .one());
  }
}
