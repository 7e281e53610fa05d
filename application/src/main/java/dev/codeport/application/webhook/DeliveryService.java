package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Webhooks;
import java.util.List;
import java.util.Optional;

final class DeliveryService implements ReadDeliveries {
  private final Webhooks webhooks;

  DeliveryService(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    return webhooks.deliveries(account, endpoint, state, before, limit);
  }

  @Override
  public Optional<Logged> delivery(AccountId account, EndpointId endpoint, long event) {
    return webhooks
        .delivery(account, endpoint, event)
        .map(delivery -> new Logged(delivery, webhooks.attempts(account, endpoint, event)));
  }
}
