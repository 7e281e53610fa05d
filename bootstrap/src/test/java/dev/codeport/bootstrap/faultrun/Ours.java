package dev.codeport.bootstrap.faultrun;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that our own storage says in the end. */
record Ours(
    Map<OrderId, Order> orders,
    Map<OrderId, List<Attempt>> attempts,
    Map<OrderId, List<Sms>> messages,
    Map<AccountId, List<Wallets.Numbered>> entries,
    Wallets.Audit audit) {
  private static final int PAGE = 1_000;

  static Ours read(HikariDataSource pool, Storage storage) throws SQLException {
    var orders =
        new TreeMap<OrderId, Order>((one, other) -> Long.compare(one.value(), other.value()));
    var attempts = new HashMap<OrderId, List<Attempt>>();
    var messages = new HashMap<OrderId, List<Sms>>();
    for (var id : ids(pool, "SELECT id FROM orders ORDER BY id")) {
      var order = new OrderId(id);
      orders.put(order, storage.orders().find(order).orElseThrow());
      attempts.put(order, storage.orders().attempts(order));
      messages.put(order, storage.orders().messages(order));
    }
    return new Ours(orders, attempts, messages, entries(pool, storage), storage.wallets().audit());
  }

  /** Everybody's entries so far. */
  static Map<AccountId, List<Wallets.Numbered>> entries(HikariDataSource pool, Storage storage)
      throws SQLException {
    var entries = new HashMap<AccountId, List<Wallets.Numbered>>();
    for (var id : ids(pool, "SELECT id FROM accounts ORDER BY id")) {
      var account = new AccountId((int) (long) id);
      var all = new ArrayList<Wallets.Numbered>();
      List<Wallets.Numbered> page;
      do {
        page = storage.wallets().entries(account, all.isEmpty() ? 0 : all.getLast().number(), PAGE);
        all.addAll(page);
      } while (page.size() == PAGE);
      entries.put(account, all);
    }
    return entries;
  }

  private static List<Long> ids(HikariDataSource pool, String query) throws SQLException {
    var ids = new ArrayList<Long>();
    try (var connection = pool.getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  List<Attempt> allAttempts() {
    return attempts.values().stream().flatMap(List::stream).toList();
  }

  List<Attempt> attempts(Order order) {
    return attempts.getOrDefault(order.id(), List.of());
  }

  Order order(Attempt attempt) {
    return Optional.ofNullable(orders.get(attempt.order())).orElseThrow();
  }

  /** What moved for each order, in order. */
  Map<OrderId, List<Entry>> entriesByOrder() {
    var byOrder = new HashMap<OrderId, List<Entry>>();
    entries.values().stream()
        .flatMap(List::stream)
        .map(Wallets.Numbered::entry)
        .forEach(
            entry ->
                entry
                    .order()
                    .ifPresent(
                        id -> byOrder.computeIfAbsent(id, key -> new ArrayList<>()).add(entry)));
    return byOrder;
  }

  static boolean isPaid(Order order) {
    return order instanceof Order.Closed closed && closed.ending().isPaid();
  }

  /** Whether this is the number that its order was paid for. */
  boolean isDelivered(Attempt attempt) {
    var order = order(attempt);
    return isPaid(order)
        && attempt.lease().isPresent()
        && order.leased().map(lease -> lease.ref()).equals(attempt.lease());
  }
}
