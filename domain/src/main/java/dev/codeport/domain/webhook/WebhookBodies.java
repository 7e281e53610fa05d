package dev.codeport.domain.webhook;

import java.time.Instant;

/** Words what is sent, as JSON. */
public interface WebhookBodies {
  /**
   * The body of an order's event. In {@link Style#STANDARD} the same bytes for the same event,
   * whatever became of its order since, as long as its data is not erased.
   */
  byte[] body(Style style, News news);

  /** The body of a call that only tries an endpoint. */
  byte[] test(Style style, Instant now);
}
