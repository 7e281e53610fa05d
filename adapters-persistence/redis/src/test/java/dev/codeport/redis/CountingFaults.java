package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.Decision.Granted;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What something that is counted in Redis does when Redis is killed, frozen, emptied or absent, in
 * the middle of load.
 */
abstract class CountingFaults {
  static final Limit HUNDRED = Limit.of(100).per(Duration.ofDays(30));
  static final LimitKey KEY = LimitKey.of("test", "key");

  /** How many of a hundred a node grants by itself. */
  static final int SHARE = 50;

  /** For those who are to wait for it; short, and yet longer than a busy machine stands still. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Far above the timeout, far below waiting for ever: the machine may be busy. */
  private static final Duration BEARABLE = Duration.ofSeconds(10);

  private static final int CALLERS = 32;

  /** Those on their way, and two that come again before the third late answer. */
  private static final int FEW = CALLERS + 2;

  private final Server server = Server.start();
  private final Diary diary = new Diary();
  final Redis redis = Shared.open(server.url(), "faults", Shared.PATIENT, diary);

  /** Takes one of a hundred at each call, and {@link #SHARE} without Redis. */
  abstract Supplier<Decision> counting(Redis through);

  /** What an observer calls it. */
  abstract String part();

  /** Where the count lies. */
  abstract String place();

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  @Test
  void when_redis_is_killed_a_node_grants_what_is_left_of_its_share() {
    var counted = counting(redis);
    assertEquals(30, takes(counted, 30));
    fall();

    assertEquals(20, takes(counted, 100));

    assertTrue(diary.fallen(part()) >= 100);
    assertEquals(List.of(true, false), diary.changes());
  }

  @Test
  void who_used_up_the_share_before_redis_fell_gets_nothing_anew() {
    var counted = counting(redis);
    assertEquals(100, takes(counted, 100));
    fall();

    assertEquals(0, takes(counted, 50));
  }

  @Test
  void a_kill_under_load_is_felt_by_nobody_and_a_restart_counts_together_again() {
    var patient = counting(redis);
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var counted = counting(hasty);
      try (var load = Load.of(CALLERS, () -> take(counted))) {
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
    assertInstanceOf(Denied.class, patient.get());
  }

  @Test
  void a_frozen_redis_costs_a_few_callers_the_timeout_and_nobody_more() {
    var seen = new Diary();
    try (var hasty = hasty(seen)) {
      var counted = counting(hasty);
      try (var load = Load.of(CALLERS, () -> take(counted))) {
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
        assertTrue(load.granted() <= 100 + SHARE, load.granted() + " granted");
      }
      assertEquals(List.of(true, false, true), seen.changes());
    }
  }

  @Test
  void a_flush_starts_counting_anew_and_nothing_else_happens() {
    var counted = counting(redis);
    try (var load = Load.of(16, () -> take(counted));
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
    assertEquals(0, diary.fallen(part()));
  }

  @Test
  void a_server_that_is_not_there_yet_is_found_when_it_comes() {
    server.kill();
    try (var early = Shared.early(server.url(), "early", Shared.PATIENT, RedisObserver.NONE)) {
      assertEquals(false, early.isUp());
      assertEquals(new Granted(SHARE - 1), counting(early).get());

      server.restart();
      Eventually.holds("it is found", early::isUp);

      assertEquals(new Granted(99), counting(early).get());
    }
  }

  @Test
  void a_script_that_is_refused_leaves_it_at_its_share_and_redis_trusted() {
    try (var client = RedisClient.create(server.url())) {
      var unused = client.connect().sync().lpush("faults:" + place(), "no count");

      assertEquals(SHARE, takes(counting(redis), 100));
    }

    assertEquals(List.of(true), diary.changes());
  }

  final void fall() {
    server.kill();
    Eventually.holds("it is noticed", () -> !redis.isUp());
  }

  static long takes(Supplier<Decision> counted, int times) {
    var granted = 0;
    for (int i = 0; i < times; i++) {
      granted += take(counted) ? 1 : 0;
    }
    return granted;
  }

  private static boolean take(Supplier<Decision> counted) {
    return counted.get() instanceof Granted;
  }

  private Redis hasty(Diary noted) {
    return Shared.open(server.url(), "faults", TIMEOUT, noted);
  }
}
