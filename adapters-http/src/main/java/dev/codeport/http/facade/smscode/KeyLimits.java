package dev.codeport.http.facade.smscode;

import dev.codeport.domain.limit.Limit;
import java.time.Duration;

/**
 * How often one API key may ask. Whatever changes something counts against {@code changes} only.
 */
public record KeyLimits(Limit reads, Limit changes) {
  public static final KeyLimits STANDARD =
      new KeyLimits(
          Limit.of(300).per(Duration.ofMinutes(1)), Limit.of(60).per(Duration.ofMinutes(1)));
}
