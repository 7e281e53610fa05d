package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.memory.MemoryRateLimiter;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a limiter does when Redis is killed, frozen, emptied or absent, in the middle of load. */
class LimiterFaultsTest {
  private static final Limit HUNDRED = Limit.of(100).per(Duration.ofDays(30));
  private static final LimitKey KEY = LimitKey.of("test", "key");

  /** For those who are to wait for it; short, and yet longer than a busy machine stands still. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Far above the timeout, far below waiting for ever: the machine may be busy. */
  private static final Duration BEARABLE = Duration.ofSeconds(10);

  private static final int CALLERS = 32;

  /** Those on their way, and two that come again before the third late answer. */
  private static final int FEW = CALLERS + 2;

  private final Server server = Server.start();
  private final Diary diary = new Diary();
  private final Redis redis = Shared.open(server.url(), "faults", Shared.PATIENT, diary);
  private final RateLimiter limiter = limiter(redis);

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  @Test
  void when_redis_is_killed_a_node_grants_what_is_left_of_its_share() {
    assertEquals(30, takes(30));
    server.kill();
    Eventually.holds("it is noticed", () -> !redis.isUp());

    assertEquals(20, takes(100));
    assertInstanceOf(Denied.class, limiter.peek(HUNDRED, KEY));

    assertTrue(diary.fallen("limit") >= 101);
    assertEquals(List.of(true, false), diary.changes());
  }

  @Test
  void who_used_up_the_share_before_redis_fell_gets_nothing_anew() {
    assertEquals(100, takes(100));

    server.kill();
    Eventually.holds("it is noticed", () -> !redis.isUp());

    assertEquals(0, takes(50));
  }

  @Test
  void a_kill_under_load_is_felt_by_nobody_and_a_restart_counts_together_again() {
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var from = limiter(hasty);
      try (var load = Load.of(CALLERS, () -> take(from))) {
        server.kill();
        load.goesOn(2_000);
        Eventually.holds("it is noticed", () -> !hasty.isUp());
        load.nobodyWaits();
        assertTrue(load.granted() <= 100, load.granted() + " granted");
        server.restart();
        Eventually.holds("it is found again", hasty::isUp);
        load.goesOn(500);
        assertTrue(load.longest().compareTo(BEARABLE) < 0, load.longest().toString());
      }
      assertEquals(List.of(true, false, true), seen.changes());
    }
    Eventually.holds("it is up", redis::isUp);
    assertInstanceOf(Denied.class, limiter.take(HUNDRED, KEY));
  }

  @Test
  void a_frozen_redis_costs_a_few_callers_the_timeout_and_nobody_more() {
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var from = limiter(hasty);
      try (var load = Load.of(CALLERS, () -> take(from))) {
        server.freeze();
        Eventually.holds("it is noticed", () -> !hasty.isUp());
        load.nobodyWaits();
        assertTrue(load.lasting(TIMEOUT) <= FEW, load.lasting(TIMEOUT) + " waited");
        load.goesOn(20_000);
        assertTrue(load.lasting(TIMEOUT) <= FEW, load.lasting(TIMEOUT) + " waited");

        server.thaw();
        Eventually.holds("it is found again", hasty::isUp);
        load.goesOn(100);
        assertTrue(load.longest().compareTo(BEARABLE) < 0, load.longest().toString());
        assertTrue(load.granted() <= 100 + 50, load.granted() + " granted");
      }
      assertEquals(List.of(true, false, true), seen.changes());
    }
  }

  @Test
  void a_flush_starts_counting_anew_and_nothing_else_happens() {
    try (var load = Load.of(16, this::take);
        var client = RedisClient.create(server.url())) {
      Eventually.holds("used up", () -> load.granted() == 100);
      var commands = client.connect().sync();
      assertEquals("OK", commands.flushall());
      assertEquals("OK", commands.scriptFlush());
      Eventually.holds("granted anew", () -> load.granted() == 200);
      load.goesOn(1_000);
      assertEquals(200, load.granted());
    }

    assertEquals(List.of(true), diary.changes());
    assertEquals(0, diary.fallen("limit"));
  }

  @Test
  void a_server_that_is_not_there_yet_is_found_when_it_comes() {
    server.kill();
    try (var early = Shared.early(server.url(), "early", Shared.PATIENT, RedisObserver.NONE)) {
      assertEquals(false, early.isUp());
      assertEquals(new Granted(49), limiter(early).take(HUNDRED, KEY));

      server.restart();
      Eventually.holds("it is found", early::isUp);

      assertEquals(new Granted(99), limiter(early).take(HUNDRED, KEY));
    }
  }

  @Test
  void a_script_that_is_refused_leaves_the_limiter_at_its_share_and_redis_trusted() {
    try (var client = RedisClient.create(server.url())) {
      var unused = client.connect().sync().lpush("faults:limit:4:test:key", "no number");

      assertEquals(50, takes(100));
    }

    assertEquals(List.of(true), diary.changes());
  }

  private long takes(int times) {
    var granted = 0;
    for (int i = 0; i < times; i++) {
      granted += take() ? 1 : 0;
    }
    return granted;
  }

  private boolean take() {
    return take(limiter);
  }

  private static boolean take(RateLimiter from) {
    return from.take(HUNDRED, KEY) instanceof Granted;
  }

  private Redis hasty(Diary diary) {
    return Shared.open(server.url(), "faults", TIMEOUT, diary);
  }

  private static RateLimiter limiter(Redis redis) {
    return new RedisRateLimiter(redis, new MemoryRateLimiter(() -> Given.NOW), 50);
  }
}
