package dev.codeport.domain.pool;

import java.time.Duration;
import java.util.Optional;

/** What came of a question that changes nothing at the vendor, so that it may be asked again. */
public sealed interface Answer<T> {
  record Given<T>(T value) implements Answer<T> {}

  /**
   * @param retryAfter what the vendor asked us to wait, if it did
   * @param detail what went wrong, without secrets
   */
  record Missing<T>(Optional<Duration> retryAfter, String detail) implements Answer<T> {}
}
