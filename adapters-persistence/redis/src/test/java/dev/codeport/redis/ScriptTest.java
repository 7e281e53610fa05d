package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.SlotHash;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final Script ECHO = Script.of("return {ARGV[1]}");
  private static final Script STRAY =
      Script.of("return {redis.call('EXISTS', KEYS[1]), redis.call('EXISTS', ARGV[1])}");

  private final Server server = Server.start();
  private final Redis redis = Shared.open(server.url(), "scripts", Shared.PATIENT);

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  @Test
  void the_server_has_told_its_version() {
    assertTrue(redis.version() >= 6, () -> "version " + redis.version());
  }

  @Test
  void what_the_server_forgot_it_is_told_again() {
    assertEquals(Optional.of(List.of("a")), ECHO.run(redis, List.of("key"), "a"));
    try (var client = RedisClient.create(server.url())) {
      assertEquals("OK", client.connect().sync().scriptFlush());
    }

    assertEquals(Optional.of(List.of("b")), ECHO.run(redis, List.of("key"), "b"));
  }

  @Test
  void a_script_is_said_without_the_first_line_to_a_server_older_than_thought() {
    assertEquals(Optional.of(List.of("a")), ECHO.run(redis, 7, List.of("key"), "a"));
  }

  @Test
  void from_redis_7_on_a_key_of_another_slot_is_refused_though_one_node_has_all_slots() {
    try (var lonely = Server.start("--cluster-enabled", "yes");
        var client = RedisClient.create(lonely.url())) {
      var commands = client.connect().sync();
      commands.clusterAddSlots(IntStream.range(0, SlotHash.SLOT_COUNT).toArray());
      Eventually.holds("it serves", () -> commands.clusterInfo().contains("cluster_state:ok"));
      try (var alone = Shared.open(lonely.url(), "scripts", Shared.PATIENT)) {
        assertTrue(STRAY.run(alone, List.of("{one}key"), "{one}other").isPresent());

        var answer = STRAY.run(alone, List.of("{one}key"), "{other}key");

        assertEquals(alone.version() >= 7, answer.isEmpty());
      }
    }
  }
}
