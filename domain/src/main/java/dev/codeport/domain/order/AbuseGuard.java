package dev.codeport.domain.order;

import dev.codeport.domain.account.Ban;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bans an account from ordering for a while when too many of its newest orders ended without an
 * SMS.
 *
 * @param sample how many of the newest orders of the window are looked at; fewer never ban
 * @param window how far back
 * @param failurePercent from how many per cent without an SMS on, 1 to 100
 * @param firstBan how long a first ban lasts; each that follows within a day lasts twice as long
 * @param longestBan at most
 */
public record AbuseGuard(
    int sample, Duration window, int failurePercent, Duration firstBan, Duration longestBan) {
  public static final AbuseGuard STANDARD =
      new AbuseGuard(20, Duration.ofHours(1), 80, Duration.ofMinutes(30), Duration.ofHours(24));

  private static final Duration MEMORY = Duration.ofDays(1);

  /**
   * @param newest how the account's newest orders ended, those that the customer saw
   * @param former the account's last ban
   */
  public Optional<Ban> judge(List<Ending> newest, Optional<Ban> former, Instant now) {
    if (newest.size() < sample || former.filter(ban -> ban.until().isAfter(now)).isPresent()) {
      return Optional.empty();
    }
    var failed = newest.stream().limit(sample).filter(ending -> !ending.isPaid()).count();
    return failed * 100 >= (long) failurePercent * sample
        ? Optional.of(ban(former, now))
        : Optional.empty();
  }

  private Ban ban(Optional<Ban> former, Instant now) {
    var tier =
        former.filter(ban -> ban.until().plus(MEMORY).isAfter(now)).map(Ban::tier).orElse(0) + 1;
    var doubled = firstBan.multipliedBy(1L << Math.min(tier - 1, 20));
    var length = doubled.compareTo(longestBan) > 0 ? longestBan : doubled;
    return new Ban(now, now.plus(length), tier);
  }
}
