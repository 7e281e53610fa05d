package dev.codeport.domain.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has been doing.
 *
 * @param failures how many deliveries were given up since the last that went through
 * @param failingSince when the first attempt failed since the last that went through
 */
public record Health(int failures, Optional<Instant> failingSince) {
  public static final Health GOOD = new Health(0, Optional.empty());

  public boolean isFailing() {
    return failingSince.isPresent();
  }

  /** After one more attempt. */
  public Health after(Next next, Instant at) {
    return switch (next) {
      case Next.Delivered delivered -> GOOD;
      case Next.Retry retry -> new Health(failures, failingSince.or(() -> Optional.of(at)));
      case Next.GivenUp givenUp -> new Health(failures + 1, failingSince.or(() -> Optional.of(at)));
    };
  }
}
