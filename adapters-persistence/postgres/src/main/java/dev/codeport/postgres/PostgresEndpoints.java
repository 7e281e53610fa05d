package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Endpoints;
import dev.codeport.domain.webhook.Style;
import dev.codeport.domain.webhook.WebhookSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Where events go: endpoints of our own API, and the one webhook that the SMSCode API keeps. */
final class PostgresEndpoints implements Endpoints {
  private static final String ADD =
      """
      INSERT INTO endpoints
      SELECT :account, :id, :revision, :style, :url, :secret, :former_secret, :former_until,
        :hears_all, :types, :headers, :description, :created_at, :state, :disabled_at,
        :disabled_reason, :failures, :failing_since
      FROM endpoint_fits(:account, :style, :most) fits
      WHERE fits
      """;

  private static final String ONE =
      """
      SELECT * FROM endpoints WHERE account_id = :account AND id = :id AND url IS NOT NULL
      """;

  private static final String ALL =
      """
      SELECT *
      FROM endpoints
      WHERE account_id = :account AND url IS NOT NULL
      ORDER BY created_at, id
      """;

  private static final String REPLACE =
      """
      UPDATE endpoints SET
        (revision, url, secret, former_secret, former_until, hears_all, types, headers,
         description, state, disabled_at, disabled_reason, failures, failing_since)
        = (:revision, :url, :secret, :former_secret, :former_until, :hears_all, :types, :headers,
         :description, :state, :disabled_at, :disabled_reason, :failures, :failing_since)
      WHERE account_id = :account AND id = :id AND revision = :revision - 1 AND url IS NOT NULL
      """;

  private static final String REMOVE =
      """
      WITH gone AS (
        DELETE FROM endpoints WHERE account_id = :account AND id = :id RETURNING account_id, id
      ), unsent AS (
        DELETE FROM deliveries d USING gone
        WHERE d.account_id = gone.account_id AND d.endpoint_id = gone.id
      ), untried AS (
        DELETE FROM delivery_attempts d USING gone
        WHERE d.account_id = gone.account_id AND d.endpoint_id = gone.id
      )
      SELECT count(*) FROM gone
      """;

  private static final String SETTINGS =
      """
      SELECT * FROM endpoints WHERE account_id = :account AND style = 'SMSCODE'
      """;

  private static final String PUT =
      """
      INSERT INTO endpoints (account_id, id, revision, style, url, secret, hears_all, types,
        description, created_at, state, disabled_at, disabled_reason, failures)
      VALUES (:account, :id, 1, 'SMSCODE', :url, :secret, TRUE, :types, '', 'epoch', :state,
        :disabled_at, :disabled_reason, :failures)
      ON CONFLICT (account_id, id) DO UPDATE SET
        revision = endpoints.revision + 1, url = excluded.url, secret = excluded.secret,
        state = excluded.state, disabled_at = excluded.disabled_at,
        disabled_reason = excluded.disabled_reason, failures = excluded.failures,
        failing_since = NULL
      """;

  private final Database database;
  private final Seals seals;
  private final EndpointRow rows;

  PostgresEndpoints(Database database, Seals seals, EndpointRow rows) {
    this.database = database;
    this.seals = seals;
    this.rows = rows;
  }

  WebhookSettings settings(AccountId account) {
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

  void put(AccountId account, WebhookSettings settings) {
    database.with(
        handle ->
            handle
                .createUpdate(PUT)
                .bind("account", account.value())
                .bind("id", EndpointId.smscode(account).value())
                .bind("url", settings.url().map(Texts::storable))
                .bind("secret", seals.secret(settings.secret()))
                .bindArray("types", String.class, EndpointRow.names(Style.SMSCODE.types()))
                .bind("state", settings.disabledAt().isPresent() ? "DISABLED" : "ACTIVE")
                .bind("disabled_at", settings.disabledAt())
                .bind("disabled_reason", settings.disabledReason().map(Texts::storable))
                .bind("failures", settings.failures())
                .execute());
  }

  @Override
  public boolean add(Endpoint endpoint, int most) {
    return database.with(
            handle -> rows.bind(handle.createUpdate(ADD), endpoint).bind("most", most).execute())
        == 1;
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return database.with(
        handle ->
            handle
                .createQuery(ONE)
                .bind("account", account.value())
                .bind("id", id.value())
                .map((row, context) -> rows.read(new Row(row)))
                .findOne());
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return database.with(
        handle ->
            handle
                .createQuery(ALL)
                .bind("account", account.value())
                .map((row, context) -> rows.read(new Row(row)))
                .list());
  }

  @Override
  public boolean replace(Endpoint next) {
    return database.with(handle -> rows.bind(handle.createUpdate(REPLACE), next).execute()) == 1;
  }

  @Override
  public boolean remove(AccountId account, EndpointId id) {
    return database.with(
            handle ->
                handle
                    .createQuery(REMOVE)
                    .bind("account", account.value())
                    .bind("id", id.value())
                    .mapTo(Integer.class)
                    .one())
        == 1;
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
