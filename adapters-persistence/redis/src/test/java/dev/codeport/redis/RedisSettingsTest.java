package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.secret.Secret;
import dev.codeport.redis.RedisSettings.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
  @Test
  void one_address_is_a_server_with_sane_defaults() {
    assertEquals(
        new RedisSettings(
            List.of(new Address("cache.example.org", 6379)),
            false,
            0,
            Optional.empty(),
            Optional.empty(),
            "codeport",
            Duration.ofMillis(100)),
        RedisSettings.at("redis://cache.example.org"));
    assertFalse(RedisSettings.at("redis://cache.example.org").isCluster());
  }

  @Test
  void everything_can_be_said() {
    var settings =
        RedisSettings.at("rediss://shop:s3cret@[::1]:7001/3")
            .withPrefix("shop")
            .withTimeout(Duration.ofMillis(50));

    assertEquals(
        new RedisSettings(
            List.of(new Address("::1", 7001)),
            true,
            3,
            Optional.of("shop"),
            Optional.of(Secret.of("s3cret")),
            "shop",
            Duration.ofMillis(50)),
        settings);
    assertFalse(settings.toString().contains("s3cret"));
  }

  @Test
  void several_addresses_are_a_cluster() {
    var settings = RedisSettings.at("redis://:pw@a:7001, redis://:pw@b:7002,redis://:pw@c");

    assertTrue(settings.isCluster());
    assertEquals(
        List.of(new Address("a", 7001), new Address("b", 7002), new Address("c", 6379)),
        settings.nodes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://h",
        "redis://",
        "redis:// ",
        "redis://hidden@h",
        "redis://user:@h",
        "redis://h/16",
        "redis://h/x",
        "redis://h?timeout=1",
        "redis://h#1",
        "redis://:hidden@a,redis://b",
        "redis://a,rediss://b",
        "redis://a/1,redis://b/1",
        "redis://a,,redis://b",
        "redis://:hidden@a b"
      })
  void what_cannot_work_is_refused_without_telling_the_password(String urls) {
    var refused = assertThrows(IllegalArgumentException.class, () -> RedisSettings.at(urls));

    assertTrue(String.valueOf(refused.getMessage()).startsWith("redis."), refused.getMessage());
    assertFalse(String.valueOf(refused.getMessage()).contains("hidden"));
  }

  @Test
  void bounds_are_kept() {
    var settings = RedisSettings.at("redis://h");

    assertThrows(IllegalArgumentException.class, () -> settings.withPrefix("a:b"));
    assertThrows(IllegalArgumentException.class, () -> settings.withPrefix("{a}"));
    assertThrows(IllegalArgumentException.class, () -> settings.withPrefix(""));
    assertThrows(IllegalArgumentException.class, () -> settings.withTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> settings.withTimeout(Duration.ofSeconds(6)));
  }
}
