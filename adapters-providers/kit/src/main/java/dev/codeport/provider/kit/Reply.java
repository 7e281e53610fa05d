package dev.codeport.provider.kit;

import java.time.Duration;
import java.util.Optional;

/** What came back of one call. */
public sealed interface Reply {
  /**
   * A whole answer, whatever its status says.
   *
   * @param body decoded as UTF-8 whatever the vendor declares; a broken byte becomes U+FFFD
   * @param retryAfter from the header of that name, when it holds seconds; at most an hour
   */
  record Answered(int status, String body, Optional<Duration> retryAfter) implements Reply {
    @Override
    public String toString() {
      return "Answered[" + status + ", " + body.length() + " characters]";
    }
  }

  /**
   * The request surely did not reach the vendor.
   *
   * @param retryAfter how long it is of no use to try again, if that is known
   */
  record NotSent(String reason, Optional<Duration> retryAfter) implements Reply {
    NotSent(String reason) {
      this(reason, Optional.empty());
    }
  }

  /** The request left, and no whole answer came: the vendor may have acted on it. */
  record Lost(String reason) implements Reply {}
}
