package dev.codeport.http.server;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goes round everything that is kept open, four times a second, and has those looked after whose
 * time has come by the service's own clock.
 */
final class Rounds {
  private static final long PERIOD_MILLIS = 250;

  private final InstantSource clock;
  private final Set<Waiting> open = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  Rounds(InstantSource clock) {
    this.clock = clock;
  }

  void begin(Vertx vertx) {
    vertx.setPeriodic(PERIOD_MILLIS, round -> go());
  }

  InstantSource clock() {
    return clock;
  }

  void add(Waiting waiting) {
    open.add(waiting);
    if (leaving) {
      waiting.leave();
    }
  }

  void remove(Waiting waiting) {
    open.remove(waiting);
  }

  /** Sends everybody home, also who comes later. */
  void leave() {
    leaving = true;
    open.forEach(Waiting::leave);
  }

  private void go() {
    var now = clock.instant();
    for (var waiting : open) {
      if (!waiting.due().isAfter(now)) {
        waiting.tick();
      }
    }
  }
}
