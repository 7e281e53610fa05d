package dev.codeport.http.server;

import dev.codeport.domain.limit.Limit;
import java.time.Duration;

/**
 * How often one API key may ask. Whatever changes something counts against {@code changes} only.
 *
 * @param polls how often it may ask how its activations stand, where a protocol's clients know no
 *     other way to wait; vendors that speak {@code handler_api} allow up to 50 calls a second
 */
public record KeyLimits(Limit reads, Limit changes, Limit polls) {
  public static final KeyLimits STANDARD =
      new KeyLimits(
          Limit.of(300).per(Duration.ofMinutes(1)),
          Limit.of(60).per(Duration.ofMinutes(1)),
          Limit.of(1500).per(Duration.ofMinutes(1)));
}
