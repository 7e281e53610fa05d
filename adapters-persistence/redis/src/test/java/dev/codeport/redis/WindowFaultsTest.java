package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.memory.MemorySlidingWindow;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a window does when Redis is killed, frozen, emptied or absent, in the middle of load. */
class WindowFaultsTest {
  private static final Quota HUNDRED =
      new Quota(List.of(Limit.of(100).per(Duration.ofDays(30))), List.of());
  private static final Quota PAUSED = new Quota(HUNDRED.windows(), List.of(Duration.ofSeconds(30)));
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
  private final AtomicInteger members = new AtomicInteger();
  private volatile Instant now = Given.NOW;
  private final SlidingWindow window = window(redis);

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  @Test
  void when_redis_is_killed_a_node_grants_what_is_left_of_its_share() {
    assertEquals(30, takes(30));
    fall();

    assertEquals(20, takes(100));
    assertInstanceOf(Denied.class, window.peek(HUNDRED, KEY));

    assertTrue(diary.fallen("window") >= 101);
    assertEquals(List.of(true, false), diary.changes());
  }

  @Test
  void what_was_granted_beyond_the_share_counts_until_it_slides_out() {
    assertEquals(50, takes(50));
    now = now.plus(Duration.ofDays(10));
    assertEquals(30, takes(30));
    fall();

    assertEquals(0, takes(10));
    now = now.plus(Duration.ofDays(20));
    assertEquals(20, takes(100));
  }

  @Test
  void a_name_that_was_granted_is_granted_again_without_redis_and_a_refund_counts() {
    assertEquals(new Granted(99), window.take(HUNDRED, KEY, "mine"));
    assertEquals(49, takes(49));
    fall();

    assertEquals(0, takes(1));
    assertInstanceOf(Granted.class, window.take(HUNDRED, KEY, "mine"));
    window.refund(KEY, "mine");
    assertEquals(1, takes(10));
  }

  @Test
  void the_pauses_hold_without_redis() {
    assertInstanceOf(Granted.class, window.take(PAUSED, KEY, "a"));
    fall();

    assertEquals(new Denied(Duration.ofSeconds(30)), window.take(PAUSED, KEY, "b"));
    now = now.plusSeconds(30);
    assertEquals(new Granted(0), window.take(PAUSED, KEY, "b"));
  }

  @Test
  void a_kill_under_load_is_felt_by_nobody_and_a_restart_counts_together_again() {
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var from = window(hasty);
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
    assertInstanceOf(Denied.class, window.take(HUNDRED, KEY, "late"));
  }

  @Test
  void a_frozen_redis_costs_a_few_callers_the_timeout_and_nobody_more() {
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var from = window(hasty);
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
    assertEquals(0, diary.fallen("window"));
  }

  @Test
  void a_server_that_is_not_there_yet_is_found_when_it_comes() {
    server.kill();
    try (var early = Shared.early(server.url(), "early", Shared.PATIENT, RedisObserver.NONE)) {
      assertEquals(new Granted(49), window(early).take(HUNDRED, KEY, "a"));

      server.restart();
      Eventually.holds("it is found", early::isUp);

      assertEquals(new Granted(99), window(early).take(HUNDRED, KEY, "b"));
    }
  }

  @Test
  void a_script_that_is_refused_leaves_the_window_at_its_share_and_redis_trusted() {
    try (var client = RedisClient.create(server.url())) {
      var unused = client.connect().sync().lpush("faults:window:{4:test:key}", "no set");

      assertEquals(50, takes(100));
    }

    assertEquals(List.of(true), diary.changes());
  }

  private void fall() {
    server.kill();
    Eventually.holds("it is noticed", () -> !redis.isUp());
  }

  private long takes(int times) {
    var granted = 0;
    for (int i = 0; i < times; i++) {
      granted += take() ? 1 : 0;
    }
    return granted;
  }

  private boolean take() {
    return take(window);
  }

  private boolean take(SlidingWindow from) {
    return from.take(HUNDRED, KEY, "m" + members.incrementAndGet()) instanceof Granted;
  }

  private Redis hasty(Diary noted) {
    return Shared.open(server.url(), "faults", TIMEOUT, noted);
  }

  private SlidingWindow window(Redis connection) {
    return new RedisSlidingWindow(connection, new MemorySlidingWindow(() -> now), 50);
  }
}
