package dev.codeport.domain.limit;

import java.time.Duration;
import java.util.List;

/**
 * How often something may be done: in several windows that slide, and with pauses between that
 * grow.
 *
 * @param windows all of them hold at once; at least one
 * @param pauses how long to wait after the first, the second, … of those within the longest window;
 *     the last one goes for all that follow; none for no pause
 */
public record Quota(List<Limit> windows, List<Duration> pauses) {
  public Quota {
    windows = List.copyOf(windows);
    pauses = List.copyOf(pauses);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("a quota has a window");
    }
    if (pauses.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a pause is not negative");
    }
  }

  /** How long one that was granted matters. */
  public Duration memory() {
    return windows.stream().map(Limit::period).max(Duration::compareTo).orElseThrow();
  }

  /** How long to wait after so many. */
  public Duration pauseAfter(int granted) {
    return pauses.isEmpty() || granted == 0
        ? Duration.ZERO
        : pauses.get(Math.min(granted, pauses.size()) - 1);
  }
}
