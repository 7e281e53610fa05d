package dev.codeport.provider.kit;

import dev.codeport.domain.pool.ProviderHealth.Cause;
import java.time.Duration;
import java.util.Optional;

/** What one call says of how the vendor fares. */
public sealed interface Sign {
  /** It works; a refusal is such an answer too. */
  record Fine() implements Sign {}

  /** Nothing, as it ended by our own doing. */
  record Nothing() implements Sign {}

  /**
   * It does not. A single {@link Cause#FAILURES failure} is only counted, everything else counts at
   * once.
   *
   * @param detail the vendor's word, or how it failed; without secrets
   * @param retryAfter what the vendor asked us to wait, if it did
   */
  record Trouble(Cause cause, String detail, Optional<Duration> retryAfter) implements Sign {}

  static Sign failed(String detail) {
    return new Trouble(Cause.FAILURES, detail, Optional.empty());
  }
}
