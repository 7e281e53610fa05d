package dev.codeport.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** One thread that connects, probes what is shut, and hangs up when that does not help. */
final class Watch implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Watch.class.getName());
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration HOPELESS = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Redis redis;
  private final RandomGenerator random;
  private final CountDownLatch tried = new CountDownLatch(1);
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("redis-watch").unstarted(this::run);
  private volatile boolean closed;
  private Duration wait = BEAT;

  Watch(Redis redis, RandomGenerator random) {
    this.redis = redis;
    this.random = random;
  }

  /**
   * @param patience how long to wait for the first attempt to end
   */
  void start(Duration patience) {
    thread.start();
    try {
      var unused = tried.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void wake() {
    bell.release();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        step();
        tried.countDown();
        var unused = bell.tryAcquire(pause().toNanos(), TimeUnit.NANOSECONDS);
        bell.drainPermits();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the watch over Redis stumbled", e);
        wait = LONGEST_WAIT;
      }
    }
  }

  private void step() {
    if (!redis.isConnected()) {
      redis.connect();
      wait = redis.isConnected() ? BEAT : shorter(wait.multipliedBy(2), LONGEST_WAIT);
      return;
    }
    var lanes = redis.lanes();
    lanes.stream().filter(Lane::isDue).forEach(redis::probe);
    var shut = lanes.stream().filter(lane -> !lane.isOpen()).count();
    wait = shut == 0 ? IDLE : BEAT;
    if (!lanes.isEmpty() && lanes.stream().allMatch(lane -> lane.isShutFor(HOPELESS))) {
      redis.hangUp();
    }
  }

  /** Between three quarters and five quarters, so that many nodes do not knock in step. */
  private Duration pause() {
    return Duration.ofNanos((long) (wait.toNanos() * (0.75 + random.nextDouble() / 2)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
