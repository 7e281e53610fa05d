package dev.codeport.postgres;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Reads orders; their attempts, messages and endings by three classes beside it. */
final class PostgresOrders implements Orders {
  private static final String BY_ID = OrderMapper.FROM + "WHERE o.id = :id";

  private static final String OF_ACCOUNT = BY_ID + " AND o.account_id = :account";

  private static final String BY_IDS = OrderMapper.FROM + "WHERE o.id = ANY (:ids) ORDER BY o.id";

  private static final String BY_LEASE =
      OrderMapper.FROM
          + """
          JOIN leases l ON l.order_id = o.id AND l.account_id = o.account_id
          WHERE l.provider = :provider AND l.lease_id = :lease
          """;

  private static final String WATCHED =
      """
      SELECT id, lease_id, placed_at
      FROM orders
      WHERE lease_provider = :provider AND id > :after
        AND state IN ('ACTIVE', 'RECEIVED', 'AWAITING')
      ORDER BY id
      LIMIT :limit
      """;

  /** Locked rows are passed over: another worker is taking them right now. */
  private static final String CLAIM_DUE =
      """
      WITH due AS (
        SELECT id, account_id
        FROM orders
        WHERE due = :due AND due_at <= :now
          AND (handed_out_until IS NULL OR handed_out_until <= :now)
        ORDER BY due_at, id
        LIMIT :limit
        FOR UPDATE SKIP LOCKED
      ),
      o AS (
        UPDATE orders SET handed_out_until = :until
        FROM due
        WHERE orders.id = due.id AND orders.account_id = due.account_id
        RETURNING orders.*
      )
      """
          + OrderMapper.FROM.replace("FROM orders o", "FROM o")
          + "ORDER BY o.due_at, o.id";

  private static final String NEWEST_FIRST = "ORDER BY o.placed_at DESC, o.id DESC\n";

  private static final Map<Shown, String> LISTS = lists();

  private final Database database;
  private final Ledger ledger;
  private final OrderMapper mapper;
  private final AttemptReader attempts;
  private final MessageReader messages;
  private final HistoryReader history;

  PostgresOrders(Database database, Ledger ledger, Seals seals) {
    this.ledger = ledger;
    this.database = database;
    this.mapper = new OrderMapper(ledger, seals);
    this.attempts = new AttemptReader(database);
    this.messages = new MessageReader(database, seals);
    this.history = new HistoryReader(database);
  }

  private static Map<Shown, String> lists() {
    Map<Shown, String> lists = new EnumMap<>(Shown.class);
    for (var shown : Shown.values()) {
      var states =
          OrderState.in(shown).stream()
              .map(state -> "'" + state + "'")
              .collect(Collectors.joining(", "));
      lists.put(
          shown,
          OrderMapper.FROM
              + "WHERE o.account_id = :account AND o.state IN (%s)\n".formatted(states));
    }
    return lists;
  }

  /** What is wanted of a list, in the way product ids are made. */
  private static String list(Listing wanted) {
    return LISTS.getOrDefault(wanted.shown(), "")
        + (wanted.country().isPresent() ? "AND o.product_id % 512 = :country\n" : "")
        + (wanted.platform().isPresent() ? "AND o.product_id / 512 + 1 = :platform\n" : "")
        + (wanted.before().isPresent() ? "AND (o.placed_at, o.id) < (:placed_at, :id)\n" : "")
        + NEWEST_FIRST
        + "LIMIT :limit";
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return one(BY_ID, query -> query.bind("id", id.value()));
  }

  @Override
  public Optional<Order> find(AccountId account, OrderId id) {
    return one(OF_ACCOUNT, query -> query.bind("id", id.value()).bind("account", account.value()));
  }

  @Override
  public List<Order> all(Collection<OrderId> ids) {
    var values = ids.stream().map(OrderId::value).toList();
    return many(BY_IDS, query -> query.bindArray("ids", Long.class, values));
  }

  @Override
  public List<Order> list(AccountId account, Shown shown, int limit, long offset) {
    return many(
        LISTS.getOrDefault(shown, "") + NEWEST_FIRST + "LIMIT :limit OFFSET :offset",
        query ->
            query.bind("account", account.value()).bind("limit", limit).bind("offset", offset));
  }

  @Override
  public List<Order> list(AccountId account, Listing wanted, int limit) {
    return many(
        list(wanted),
        query -> {
          query.bind("account", account.value()).bind("limit", limit);
          wanted.country().ifPresent(country -> query.bind("country", country.value()));
          wanted.platform().ifPresent(platform -> query.bind("platform", platform.value()));
          wanted
              .before()
              .ifPresent(
                  place ->
                      query
                          .bind("placed_at", place.placedAt().atOffset(ZoneOffset.UTC))
                          .bind("id", place.id().value()));
          return query;
        });
  }

  @Override
  public Optional<Order> byLease(LeaseRef lease) {
    return one(
        BY_LEASE,
        query ->
            query
                .bind("provider", lease.provider().value())
                .bind("lease", Texts.storable(lease.id())));
  }

  @Override
  public List<Watched> watched(ProviderId provider, long after, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(WATCHED)
                .bind("provider", provider.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Watched(
                            new OrderId(row.getLong(1)),
                            new LeaseRef(provider, row.getString(2)),
                            new Row(row).instant("placed_at")))
                .list());
  }

  @Override
  public List<Order> claimDue(Due due, Instant now, int limit, Instant until) {
    return many(
        CLAIM_DUE,
        query ->
            query
                .bind("due", due.name())
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit));
  }

  @Override
  public List<Sms> messages(OrderId id) {
    return messages.of(id);
  }

  @Override
  public List<Attempt> attempts(OrderId id) {
    return attempts.of(id);
  }

  @Override
  public List<Attempt> unsettled(ProviderId provider, Instant askedBefore, int limit) {
    return attempts.unsettled(provider, askedBefore, limit);
  }

  @Override
  public List<Attempt> asked(ProviderId provider, Instant from, Instant before, int limit) {
    return attempts.asked(provider, from, before, limit);
  }

  @Override
  public Set<LeaseRef> known(Collection<LeaseRef> leases) {
    return attempts.known(leases);
  }

  @Override
  public List<Ending> newestEndings(AccountId account, Instant since, int limit) {
    return history.newestEndings(account, since, limit);
  }

  @Override
  public int canceledSince(AccountId account, Instant since) {
    return history.canceledSince(account, since);
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product, Instant since) {
    return history.success(product, since);
  }

  @Override
  public Map<CatalogProductId, Success> success(ProviderId provider, Instant since) {
    return history.success(provider, since);
  }

  @Override
  public Map<TierId, Tally> tallies(CatalogProductId product, Instant now, Duration halfLife) {
    return history.tallies(product, now, halfLife);
  }

  @Override
  public List<Spend> spend(AccountId account, Instant from, Instant to) {
    return history.spend(account, from, to, ledger.currency());
  }

  @Override
  public Map<ProviderId, Success> success(Instant since) {
    return history.success(since);
  }

  @Override
  public boolean isReactivating(OrderId parent) {
    return history.isReactivating(parent);
  }

  private Optional<Order> one(String sql, UnaryOperator<Query> binding) {
    return database.with(h -> binding.apply(h.createQuery(sql)).map(mapper).findOne());
  }

  private List<Order> many(String sql, UnaryOperator<Query> binding) {
    return database.with(h -> binding.apply(h.createQuery(sql)).map(mapper).list());
  }
}
