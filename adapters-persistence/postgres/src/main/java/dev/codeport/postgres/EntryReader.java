package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Posting;
import dev.codeport.domain.wallet.Wallets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads entries with their postings, which come as three arrays of one length. */
final class EntryReader {
  private static final String ENTRIES =
      """
      SELECT e.number, e.kind, e.order_id, e.reference, e.at, p.books, p.amounts, p.currencies
      FROM entries e
      CROSS JOIN LATERAL (
        SELECT array_agg(book ORDER BY line) AS books,
          array_agg(amount ORDER BY line) AS amounts,
          array_agg(currency ORDER BY line) AS currencies
        FROM postings
        WHERE account_id = e.account_id AND entry = e.number
      ) p
      WHERE e.account_id = :account
      """;

  private static final String AFTER =
      ENTRIES + "AND e.number > :place ORDER BY e.number LIMIT :limit";

  private static final String BEFORE =
      ENTRIES + "AND e.number < :place ORDER BY e.number DESC LIMIT :limit";

  private EntryReader() {}

  static List<Wallets.Numbered> read(Handle handle, AccountId account, long after, int limit) {
    return read(handle, AFTER, account, after, limit);
  }

  static List<Wallets.Numbered> newest(Handle handle, AccountId account, long before, int limit) {
    return read(handle, BEFORE, account, before, limit);
  }

  private static List<Wallets.Numbered> read(
      Handle handle, String sql, AccountId account, long place, int limit) {
    return handle
        .createQuery(sql)
        .bind("account", account.value())
        .bind("place", place)
        .bind("limit", limit)
        .map((row, context) -> entry(account, new Row(row)))
        .list();
  }

  private static Wallets.Numbered entry(AccountId account, Row row) throws SQLException {
    return new Wallets.Numbered(
        row.longOf("number"),
        new Entry(
            row.enumOf("kind", Entry.Kind.class),
            account,
            row.longIfAny("order_id").map(OrderId::new),
            postings(row),
            row.text("reference"),
            row.instant("at")));
  }

  private static List<Posting> postings(Row row) throws SQLException {
    var books = row.texts("books");
    var amounts = row.longs("amounts");
    var currencies = row.texts("currencies");
    var postings = new ArrayList<Posting>();
    for (int i = 0; i < books.size(); i++) {
      var amount = new Money(amounts.get(i), new Currency(currencies.get(i)));
      postings.add(new Posting(Book.valueOf(books.get(i)), amount));
    }
    return postings;
  }
}
