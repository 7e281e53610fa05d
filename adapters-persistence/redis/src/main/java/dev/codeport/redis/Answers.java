package dev.codeport.redis;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import java.time.Duration;
import java.util.List;

/** What limits are called in Redis, and what its scripts answer about them. */
final class Answers {
  private Answers() {}

  /** From: granted or not, how many more, how long to wait in microseconds. */
  static Decision decision(List<Object> answer) {
    return (Long) answer.get(0) == 1
        ? new Decision.Granted(Math.toIntExact((Long) answer.get(1)))
        : new Decision.Denied(Duration.ofNanos(Math.multiplyExact((Long) answer.get(2), 1_000L)));
  }

  /** The length stands in front, so that no policy and subject run into those of another. */
  static String name(LimitKey key) {
    return key.policy().length() + ":" + key.policy() + ":" + key.subject();
  }

  /** Whole ones, rounded up. */
  static long micros(Duration time) {
    return time.toNanos() / 1_000 + (time.toNanos() % 1_000 > 0 ? 1 : 0);
  }
}
