package dev.codeport.postgres;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.pool.Success;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  private static final String SUCCESS =
      """
      SELECT tier_id, count(*) FILTER (WHERE sms_revision IS NOT NULL) AS arrived,
        count(*) AS total
      FROM orders
      WHERE product_id = :product AND closed_at >= :since
        AND state IN ('COMPLETED', 'CANCELED', 'EXPIRED')
      GROUP BY tier_id
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
            handle
                .createQuery(SUCCESS)
                .bind("product", product.value())
                .bind("since", since)
                .map(
                    (row, context) ->
                        Map.entry(
                            new TierId(row.getInt("tier_id")),
                            new Success(row.getInt("arrived"), row.getInt("total"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
