package dev.codeport.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Whether one server is asked at all. After a few late answers in a row, or a lost connection, it
 * is left alone; one probe that was answered in time opens it again, for everybody. A server that
 * keeps falling is probed ever more seldom.
 */
final class Lane {
  private static final int PATIENCE = 3;
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATER = Duration.ofSeconds(4);
  private static final Duration STEADY = Duration.ofSeconds(20);

  private final Consumer<String> onChange;
  private final AtomicInteger late = new AtomicInteger();
  private volatile boolean open = true;
  private volatile String key;
  private volatile long since = System.nanoTime();
  private Duration pause = SOON;
  private long probeAt;

  /**
   * @param key by which the server is probed
   * @param onChange is told why it was shut, and an empty text when it opened
   */
  Lane(String key, Consumer<String> onChange) {
    this.key = key;
    this.onChange = onChange;
  }

  boolean isOpen() {
    return open;
  }

  String key() {
    return key;
  }

  void answered() {
    if (late.get() != 0) {
      late.set(0);
    }
  }

  /** An answer about {@code about} did not come in time. */
  void late(String about, String why) {
    if (late.incrementAndGet() >= PATIENCE) {
      shut(about, why);
    }
  }

  /** Nothing can be heard of the server. */
  void lost(String about, String why) {
    shut(about, why);
  }

  void found() {
    late.set(0);
    if (change(true)) {
      onChange.accept("");
    }
  }

  /** Whether it is time to probe; if so, the next time is a pause away. */
  synchronized boolean isDue() {
    var now = System.nanoTime();
    if (open || now - probeAt < 0) {
      return open;
    }
    probeAt = now + pause.toNanos();
    return true;
  }

  /** It may be back: probe it now. */
  synchronized void hope() {
    probeAt = System.nanoTime();
  }

  boolean isShutFor(Duration time) {
    return !open && System.nanoTime() - since > time.toNanos();
  }

  private void shut(String about, String why) {
    if (open && change(false)) {
      key = about;
      onChange.accept(why);
    }
  }

  private synchronized boolean change(boolean to) {
    if (open == to) {
      return false;
    }
    var now = System.nanoTime();
    if (!to) {
      var steady = now - since > STEADY.toNanos();
      pause = steady ? SOON : shorter(pause.multipliedBy(2), LATER);
      probeAt = now + pause.toNanos();
    }
    open = to;
    since = now;
    return true;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
