package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.LeaseNews;
import java.time.Duration;
import java.util.Optional;

/** What was said of one lease. */
sealed interface Word {
  record News(LeaseNews news) implements Word {}

  /** Given back, or finished: the protocol does not say which. */
  record Ended() implements Word {}

  /**
   * Nothing that can be understood.
   *
   * @param stop whether the next question would meet the same
   */
  record Nothing(String detail, Optional<Duration> retryAfter, boolean stop) implements Word {}
}
