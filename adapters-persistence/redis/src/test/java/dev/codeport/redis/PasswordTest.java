package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordTest {
  @Test
  void only_the_right_password_opens_redis() {
    try (var server = Server.start("--requirepass", "opens")) {
      var at = "127.0.0.1:" + server.port();
      try (var right = Shared.open("redis://:opens@" + at, "pw", Shared.PATIENT);
          var named = Shared.open("redis://default:opens@" + at, "pw", Shared.PATIENT);
          var wrong = early("redis://:shuts@" + at);
          var none = early("redis://" + at)) {
        assertTrue(right.isUp());
        assertTrue(named.isUp());
        assertFalse(wrong.isUp());
        assertFalse(none.isUp());
      }
    }
  }

  private static Redis early(String url) {
    return Shared.early(url, "pw", Shared.PATIENT, RedisObserver.NONE);
  }
}
