package dev.codeport.domain.limit;

import java.time.Duration;

public sealed interface Decision {
  /**
   * @param remaining how many more would be granted right now
   */
  record Granted(int remaining) implements Decision {}

  /**
   * @param retryAfter when one would be granted at the earliest; positive
   */
  record Denied(Duration retryAfter) implements Decision {}
}
