package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Webhooks;
import java.util.List;
import java.util.Optional;

/** What was sent to an endpoint, and how that went. */
public interface ReadDeliveries {
  /**
   * Deliveries of events with a number below {@code before}, the newest first; none for an endpoint
   * that the account does not have.
   *
   * @param limit 1 to 1000
   */
  List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit);

  /** One, with all attempts at it. */
  Optional<Logged> delivery(AccountId account, EndpointId endpoint, long event);

  static ReadDeliveries over(Webhooks webhooks) {
    return new DeliveryService(webhooks);
  }

  record Logged(Delivery delivery, List<DeliveryAttempt> attempts) {}
}
