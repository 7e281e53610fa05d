package dev.codeport.http.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.http.api.Shown;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event for one endpoint.
 *
 * @param event its number among the account's events
 * @param state pending, sending, delivered or failed
 * @param tries since it was last begun
 * @param attempts all of them ever, when one delivery is asked for
 */
record DeliveryView(
    long event,
    String messageId,
    String type,
    long orderId,
    String at,
    String state,
    int tries,
    @Nullable String nextTryAt,
    @Nullable String endedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttemptView> attempts) {
  static DeliveryView of(Delivery delivery) {
    return of(delivery, null);
  }

  static DeliveryView of(ReadDeliveries.Logged logged) {
    return of(logged.delivery(), logged.attempts().stream().map(AttemptView::of).toList());
  }

  private static DeliveryView of(Delivery delivery, @Nullable List<AttemptView> attempts) {
    var event = delivery.event().event();
    var pending = delivery.state() == Delivery.State.PENDING;
    return new DeliveryView(
        delivery.event().number(),
        delivery.messageId(),
        event.type().publicName(),
        event.order().value(),
        Shown.time(event.at()),
        pending && delivery.sending() ? "sending" : word(delivery.state()),
        delivery.tries(),
        pending && !delivery.sending() ? Shown.time(delivery.dueAt()) : null,
        Shown.time(delivery.endedAt()),
        attempts);
  }

  static String word(Delivery.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param answer how it began: a stranger's text
   */
  record AttemptView(
      int number,
      String at,
      long tookMs,
      @Nullable Integer status,
      @Nullable String fault,
      String answer) {
    static AttemptView of(DeliveryAttempt attempt) {
      return new AttemptView(
          attempt.number(),
          Shown.time(attempt.at()),
          attempt.took().toMillis(),
          attempt.status().orElse(null),
          attempt.fault().orElse(null),
          Shown.text(attempt.answer()));
    }
  }
}
