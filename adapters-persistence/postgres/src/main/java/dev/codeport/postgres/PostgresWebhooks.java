package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.Next;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Endpoints and deliveries under one roof. */
final class PostgresWebhooks implements Webhooks {
  private final PostgresEndpoints endpoints;
  private final PostgresDeliveries deliveries;

  PostgresWebhooks(Database database, Seals seals) {
    var rows = new EndpointRow(seals);
    this.endpoints = new PostgresEndpoints(database, seals, rows);
    this.deliveries = new PostgresDeliveries(database, seals, rows);
  }

  @Override
  public WebhookSettings settings(AccountId account) {
    return endpoints.settings(account);
  }

  @Override
  public void put(AccountId account, WebhookSettings settings) {
    endpoints.put(account, settings);
  }

  @Override
  public boolean add(Endpoint endpoint, int most) {
    return endpoints.add(endpoint, most);
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return endpoints.endpoint(account, id);
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return endpoints.endpoints(account);
  }

  @Override
  public boolean replace(Endpoint next) {
    return endpoints.replace(next);
  }

  @Override
  public boolean remove(AccountId account, EndpointId id) {
    return endpoints.remove(account, id);
  }

  @Override
  public List<Claimed> claimDue(Instant now, Wanted wanted) {
    return deliveries.claimDue(now, wanted);
  }

  @Override
  public Optional<Health> record(Claimed claimed, DeliveryAttempt attempt, Next next) {
    return deliveries.record(claimed, attempt, next);
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    return deliveries.deliveries(account, endpoint, state, before, limit);
  }

  @Override
  public Optional<Delivery> delivery(AccountId account, EndpointId endpoint, long event) {
    return deliveries.delivery(account, endpoint, event);
  }

  @Override
  public List<DeliveryAttempt> attempts(AccountId account, EndpointId endpoint, long event) {
    return deliveries.attempts(account, endpoint, event);
  }

  @Override
  public int redeliver(
      Endpoint endpoint, long from, long to, boolean failedOnly, int most, Instant now) {
    return deliveries.redeliver(endpoint, from, to, failedOnly, most, now);
  }

  @Override
  public Optional<Instant> waitingSince(Instant now) {
    return deliveries.waitingSince(now);
  }
}
