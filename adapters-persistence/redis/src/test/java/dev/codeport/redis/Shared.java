package dev.codeport.redis;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** One server and one cluster for all tests that do them no harm; each test has a prefix. */
final class Shared {
  static final Duration PATIENT = Duration.ofSeconds(5);

  private static final AtomicInteger TESTS = new AtomicInteger();

  private Shared() {}

  /** A prefix that no other test has. */
  static String prefix() {
    return "test-" + TESTS.incrementAndGet();
  }

  static Redis single(String prefix) {
    return open(Single.SERVER.url(), prefix, PATIENT);
  }

  static Redis cluster(String prefix) {
    return open(Three.MASTERS.url(), prefix, PATIENT);
  }

  static Redis open(String url, String prefix, Duration timeout) {
    return open(url, prefix, timeout, RedisObserver.NONE);
  }

  static Redis open(String url, String prefix, Duration timeout, RedisObserver observer) {
    var redis = early(url, prefix, timeout, observer);
    Eventually.holds("the connection", redis::isUp);
    return redis;
  }

  /** Perhaps before Redis is there. */
  static Redis early(String url, String prefix, Duration timeout, RedisObserver observer) {
    var settings = RedisSettings.at(url).withPrefix(prefix).withTimeout(timeout);
    return Redis.open(settings, new SplittableRandom(TESTS.incrementAndGet()), observer);
  }

  private static final class Single {
    static final Server SERVER = Server.start();
  }

  private static final class Three {
    static final Cluster MASTERS = Cluster.start();
  }
}
