package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How many orders an account may cancel in one day (UTC). */
final class CancelCap {
  private final OrderParts parts;

  CancelCap(OrderParts parts) {
    this.parts = parts;
  }

  /** If it is reached, for how long. */
  Optional<Duration> reached(AccountId account, Instant now) {
    var today = now.truncatedTo(ChronoUnit.DAYS);
    return parts.storage().orders().canceledSince(account, today) < parts.dailyCancels()
        ? Optional.empty()
        : Optional.of(Duration.between(now, today.plus(1, ChronoUnit.DAYS)));
  }
}
