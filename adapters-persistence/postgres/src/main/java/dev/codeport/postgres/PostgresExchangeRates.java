package dev.codeport.postgres;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.ExchangeRates;
import java.sql.SQLException;
import java.util.Optional;

final class PostgresExchangeRates implements ExchangeRates {
  private static final String RATE =
      """
      SELECT rate, as_of FROM exchange_rates WHERE base = :base AND quote = :quote
      """;

  private static final String PUT =
      """
      INSERT INTO exchange_rates (base, quote, rate, as_of)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (base, quote) DO UPDATE SET rate = excluded.rate, as_of = excluded.as_of
      """;

  private final Database database;

  PostgresExchangeRates(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ExchangeRate> rate(Currency base, Currency quote) {
    return database.with(
        handle ->
            handle
                .createQuery(RATE)
                .bind("base", base.code())
                .bind("quote", quote.code())
                .map((row, context) -> rate(base, quote, new Row(row)))
                .findOne());
  }

  @Override
  public void put(ExchangeRate rate) {
    database.update(PUT, rate.base().code(), rate.quote().code(), rate.rate(), rate.asOf());
  }

  private static ExchangeRate rate(Currency base, Currency quote, Row row) throws SQLException {
    return new ExchangeRate(base, quote, row.decimal("rate"), row.instant("as_of"));
  }
}
