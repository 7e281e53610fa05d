package dev.codeport.bootstrap.wiring;

import dev.codeport.bootstrap.config.Settings;
import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemorySlidingWindow;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.redis.Redis;
import dev.codeport.redis.RedisDoorbell;
import dev.codeport.redis.RedisObserver;
import dev.codeport.redis.RedisRateLimiter;
import dev.codeport.redis.RedisSlidingWindow;
import dev.codeport.redis.RedisStockCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What may be lost: shared by all nodes through Redis, or by nobody. */
record Shared(
    StockCache stock,
    RateLimiter limiter,
    SlidingWindow window,
    Doorbell doorbell,
    Optional<Redis> redis)
    implements AutoCloseable {
  private static final int REFRESHES = 10;

  static Shared of(
      Settings settings, InstantSource clock, RandomGenerator random, RedisObserver observer) {
    return settings
        .redis()
        .map(wanted -> through(wanted, life(settings), clock, random, observer))
        .orElseGet(() -> byNobody(clock));
  }

  static Shared byNobody(InstantSource clock) {
    return new Shared(
        new MemoryStockCache(),
        new MemoryRateLimiter(clock),
        new MemorySlidingWindow(clock),
        new MemoryDoorbell(),
        Optional.empty());
  }

  /** How what the service can do without is. */
  Map<String, String> states() {
    return redis.map(each -> Map.of("redis", each.isUp() ? "up" : "down")).orElse(Map.of());
  }

  @Override
  public void close() {
    if (doorbell instanceof RedisDoorbell bell) {
      bell.close();
    }
    redis.ifPresent(Redis::close);
  }

  private static Shared through(
      Settings.Redis wanted,
      Duration life,
      InstantSource clock,
      RandomGenerator random,
      RedisObserver observer) {
    var redis = Redis.open(wanted.connection(), random, observer);
    return new Shared(
        new RedisStockCache(redis, life),
        new RedisRateLimiter(redis, new MemoryRateLimiter(clock), wanted.localShare()),
        new RedisSlidingWindow(redis, new MemorySlidingWindow(clock), wanted.localShare()),
        new RedisDoorbell(redis),
        Optional.of(redis));
  }

  /** A vendor that has not answered so many times is not shown any more. */
  private static Duration life(Settings settings) {
    return settings.codeport().stockRefresh().multipliedBy(REFRESHES);
  }
}
