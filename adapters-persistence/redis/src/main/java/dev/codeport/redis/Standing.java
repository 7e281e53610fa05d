package dev.codeport.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/** Whether Redis answers; says so once whenever that changes. */
final class Standing {
  private static final Logger LOG = System.getLogger(Redis.class.getName());

  private final RedisObserver observer;
  private boolean up;
  private boolean said;
  private boolean closed;

  Standing(RedisObserver observer) {
    this.observer = observer;
  }

  synchronized boolean isUp() {
    return up;
  }

  /** Nothing is said any more. */
  synchronized void close() {
    closed = true;
  }

  /**
   * @param answers looked at while nobody else reviews, so that what was said last is true
   * @param why it does not, if it does not
   */
  synchronized void review(BooleanSupplier answers, String why) {
    var now = answers.getAsBoolean();
    if (closed || (now == up && said)) {
      return;
    }
    up = now;
    said = true;
    observer.redisAnswers(now);
    if (now) {
      LOG.log(Level.INFO, "Redis answers");
    } else {
      LOG.log(Level.WARNING, "Redis does not answer (" + why + "); going on without it");
    }
  }
}
