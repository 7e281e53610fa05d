package dev.codeport.domain.webhook;

import java.time.Instant;

/** What an attempt means for its delivery. */
public sealed interface Next {
  /** It arrived. */
  record Delivered() implements Next {}

  record Retry(Instant at) implements Next {}

  /** It failed for the last time. */
  record GivenUp() implements Next {}
}
