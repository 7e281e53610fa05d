package dev.codeport.postgres;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.pricing.MarkupRules;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class PostgresMarkupRules implements MarkupRules {
  private static final int EVERY = 0;

  private static final String ALL =
      """
      SELECT * FROM markup_rules ORDER BY account_id, country_id, platform_id
      """;

  private static final String PUT =
      """
      INSERT INTO markup_rules
        (account_id, country_id, platform_id, percent, fixed, floor, below_cost)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (account_id, country_id, platform_id) DO UPDATE SET
        percent = excluded.percent, fixed = excluded.fixed, floor = excluded.floor,
        below_cost = excluded.below_cost
      """;

  private static final String REMOVE =
      """
      DELETE FROM markup_rules WHERE account_id = ? AND country_id = ? AND platform_id = ?
      """;

  private final Database database;
  private final Ledger ledger;

  PostgresMarkupRules(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  @Override
  public List<MarkupRule> all() {
    return database.with(
        handle -> handle.createQuery(ALL).map((row, context) -> rule(new Row(row))).list());
  }

  @Override
  public void put(MarkupRule rule) {
    database.update(
        PUT,
        rule.account().map(AccountId::value).orElse(EVERY),
        rule.country().map(CountryId::value).orElse(EVERY),
        rule.platform().map(PlatformId::value).orElse(EVERY),
        rule.markup().percent(),
        rule.markup().fixed().micros(),
        rule.markup().floor().micros(),
        rule.markup().belowCost());
  }

  @Override
  public boolean remove(MarkupRule.Scope scope) {
    return database.update(
            REMOVE,
            scope.account().map(AccountId::value).orElse(EVERY),
            scope.country().map(CountryId::value).orElse(EVERY),
            scope.platform().map(PlatformId::value).orElse(EVERY))
        > 0;
  }

  private MarkupRule rule(Row row) throws SQLException {
    return new MarkupRule(
        unlessEvery(row.intOf("account_id")).map(AccountId::new),
        unlessEvery(row.intOf("country_id")).map(CountryId::new),
        unlessEvery(row.intOf("platform_id")).map(PlatformId::new),
        new Markup(
            row.decimal("percent"),
            new Money(row.longOf("fixed"), ledger.currency()),
            new Money(row.longOf("floor"), ledger.currency()),
            row.isTrue("below_cost")));
  }

  private static Optional<Integer> unlessEvery(int id) {
    return id == EVERY ? Optional.empty() : Optional.of(id);
  }
}
