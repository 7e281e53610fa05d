package dev.codeport.http.console.customer;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the template {@code webhook} shows.
 *
 * @param disabled why it is sent nothing any more
 * @param formerUntil until when the secret before signs as well
 * @param state the filter of deliveries that is set; empty for all
 */
public record WebhookPage(
    Endpoint endpoint,
    Optional<String> disabled,
    Optional<Instant> formerUntil,
    List<Delivery> deliveries,
    String state,
    String first,
    String next) {
  public static final List<String> STATES = List.of("pending", "delivered", "failed");

  public List<Event.Type> hears() {
    return endpoint.hears().stream().sorted().toList();
  }

  public boolean isActive() {
    return endpoint.state() instanceof Endpoint.State.Active;
  }

  public static String word(Delivery delivery) {
    return delivery.state().name().toLowerCase(Locale.ROOT);
  }

  public static String tone(Delivery delivery) {
    return switch (delivery.state()) {
      case PENDING -> "wait";
      case DELIVERED -> "good";
      case FAILED -> "bad";
    };
  }
}
