package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.Webhooks;
import java.sql.SQLException;

final class PostgresWebhooks implements Webhooks {
  private static final String SETTINGS =
      """
      SELECT * FROM webhooks WHERE account_id = :account
      """;

  private static final String PUT =
      """
      INSERT INTO webhooks (account_id, url, secret, disabled_at, disabled_reason, failures)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (account_id) DO UPDATE SET
        url = excluded.url, secret = excluded.secret, disabled_at = excluded.disabled_at,
        disabled_reason = excluded.disabled_reason, failures = excluded.failures
      """;

  private final Database database;
  private final Seals seals;

  PostgresWebhooks(Database database, Seals seals) {
    this.database = database;
    this.seals = seals;
  }

  @Override
  public WebhookSettings settings(AccountId account) {
    return database
        .with(
            handle ->
                handle
                    .createQuery(SETTINGS)
                    .bind("account", account.value())
                    .map((row, context) -> settings(new Row(row)))
                    .findOne())
        .orElse(WebhookSettings.NONE);
  }

  @Override
  public void put(AccountId account, WebhookSettings settings) {
    database.update(
        PUT,
        account.value(),
        settings.url().map(Texts::storable),
        seals.secret(settings.secret()),
        settings.disabledAt(),
        settings.disabledReason().map(Texts::storable),
        settings.failures());
  }

  private WebhookSettings settings(Row row) throws SQLException {
    return new WebhookSettings(
        row.textIfAny("url"),
        row.textIfAny("secret").map(seals::secret),
        row.instantIfAny("disabled_at"),
        row.textIfAny("disabled_reason"),
        row.intOf("failures"));
  }
}
