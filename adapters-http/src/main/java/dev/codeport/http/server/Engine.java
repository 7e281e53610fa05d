package dev.codeport.http.server;

import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** What all exchanges of one server share. */
record Engine(
    Vertx vertx,
    ExecutorService workers,
    Bounds bounds,
    RequestIds ids,
    HttpObserver observer,
    AtomicInteger working,
    Rounds rounds) {

  /** Takes a place among the requests worked on; answers whether there was one. */
  boolean enter() {
    if (working.incrementAndGet() <= bounds.concurrent()) {
      return true;
    }
    working.decrementAndGet();
    return false;
  }

  void leave() {
    working.decrementAndGet();
  }
}
