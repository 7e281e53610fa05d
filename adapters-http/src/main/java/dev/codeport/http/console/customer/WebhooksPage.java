package dev.codeport.http.console.customer;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Style;
import java.util.List;

/**
 * What the template {@code webhooks} shows.
 *
 * @param url what was typed into the form
 * @param key under which an endpoint is added once
 */
public record WebhooksPage(List<Endpoint> endpoints, String url, String description, String key) {
  /** What an endpoint may hear of. */
  public List<Event.Type> types() {
    return Style.STANDARD.types().stream().sorted().toList();
  }

  /** How its state is called and painted. */
  public static String state(Endpoint endpoint) {
    return switch (endpoint.state()) {
      case Endpoint.State.Active active -> "active";
      case Endpoint.State.Paused paused -> "paused";
      case Endpoint.State.Disabled disabled -> "disabled";
    };
  }

  public static String tone(Endpoint endpoint) {
    return switch (endpoint.state()) {
      case Endpoint.State.Active active -> endpoint.health().failures() > 0 ? "wait" : "good";
      case Endpoint.State.Paused paused -> "";
      case Endpoint.State.Disabled disabled -> "bad";
    };
  }
}
