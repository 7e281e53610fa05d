package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

final class PostgresWallets implements Wallets {
  private static final String WALLET =
      """
      SELECT available, held FROM wallets WHERE account_id = :account
      """;

  private static final String BOOKS =
      """
      SELECT book, currency, sum(amount) AS micros FROM postings GROUP BY book, currency
      """;

  private static final String CROOKED =
      """
      SELECT account_id
      FROM wallets
      LEFT JOIN (
        SELECT account_id,
          COALESCE(sum(amount) FILTER (WHERE book = 'AVAILABLE'), 0) AS available,
          COALESCE(sum(amount) FILTER (WHERE book = 'HELD'), 0) AS held
        FROM postings
        GROUP BY account_id
      ) posted USING (account_id)
      WHERE wallets.available <> COALESCE(posted.available, 0)
        OR wallets.held <> COALESCE(posted.held, 0)
        OR wallets.available < 0
        OR wallets.held < 0
      ORDER BY account_id
      """;

  private final Database database;
  private final Ledger ledger;

  PostgresWallets(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  WalletMapper mapper() {
    return new WalletMapper(ledger.currency());
  }

  @Override
  public Wallet wallet(AccountId account) {
    return database
        .with(
            handle ->
                handle.createQuery(WALLET).bind("account", account.value()).map(mapper()).findOne())
        .orElseGet(() -> Wallet.empty(ledger.currency()));
  }

  @Override
  public List<Numbered> entries(AccountId account, long after, int limit) {
    return database.with(handle -> EntryReader.read(handle, account, after, limit));
  }

  @Override
  public List<Numbered> newest(AccountId account, long before, int limit) {
    return database.with(handle -> EntryReader.newest(handle, account, before, limit));
  }

  @Override
  public Audit audit() {
    return database.with(
        handle -> {
          Map<Book, Map<Currency, Money>> books = new EnumMap<>(Book.class);
          handle
              .createQuery(BOOKS)
              .map((row, context) -> BookSum.of(row))
              .forEach(
                  sum ->
                      books
                          .computeIfAbsent(sum.book, book -> new HashMap<>())
                          .put(sum.money.currency(), sum.money));
          var crooked = handle.createQuery(CROOKED).mapTo(Integer.class).map(AccountId::new).list();
          return new Audit(books, crooked);
        });
  }

  private record BookSum(Book book, Money money) {
    static BookSum of(ResultSet row) throws SQLException {
      var micros = row.getBigDecimal("micros").longValueExact();
      return new BookSum(
          Book.valueOf(row.getString("book")),
          new Money(micros, new Currency(row.getString("currency"))));
    }
  }

  record WalletMapper(Currency currency) implements RowMapper<Wallet> {
    @Override
    public Wallet map(ResultSet row, StatementContext context) throws SQLException {
      return new Wallet(
          new Money(row.getLong("available"), currency), new Money(row.getLong("held"), currency));
    }
  }
}
