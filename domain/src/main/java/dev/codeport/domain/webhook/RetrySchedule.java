package dev.codeport.domain.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again: the first try is at once, and after each that fails
 * comes the next pause of the table, lengthened by chance by up to a fifth, so that what failed
 * together does not come back together.
 *
 * @param pauses none of them negative
 */
public record RetrySchedule(List<Duration> pauses) {
  /** 11 tries over 2 days and 6 hours. */
  public static final RetrySchedule STANDARD =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(10),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(22)));

  /** 5 tries over 13 minutes: longer than that hardly anybody waits for a code. */
  public static final RetrySchedule SMSCODE =
      new RetrySchedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(10)));

  /** The longest that an endpoint's wish to be left alone is heeded. */
  public static final Duration LONGEST_WISH = Duration.ofHours(24);

  private static final double JITTER = 0.2;

  public RetrySchedule {
    pauses = List.copyOf(pauses);
  }

  /** How many tries there are in all. */
  public int tries() {
    return pauses.size() + 1;
  }

  /**
   * How long to wait after the try with this number (1 is the first); nothing when it was the last.
   *
   * @param wish what the endpoint asked for, if it did: never shortens the pause
   */
  public Optional<Duration> pauseAfter(int tried, Optional<Duration> wish, RandomGenerator random) {
    if (tried > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(tried - 1);
    var heeded = wish.map(asked -> shorter(asked, LONGEST_WISH)).filter(w -> longer(w, pause));
    return Optional.of(lengthened(heeded.orElse(pause), random));
  }

  private static Duration lengthened(Duration pause, RandomGenerator random) {
    return pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
  }

  private static boolean longer(Duration one, Duration other) {
    return one.compareTo(other) > 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return longer(one, other) ? other : one;
  }
}
