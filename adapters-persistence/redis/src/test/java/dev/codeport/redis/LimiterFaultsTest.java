package dev.codeport.redis;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.contract.Given;
import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Decision.Denied;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.memory.MemoryRateLimiter;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LimiterFaultsTest extends CountingFaults {
  @Override
  Supplier<Decision> counting(Redis through) {
    var limiter = limiter(through);
    return () -> limiter.take(HUNDRED, KEY);
  }

  @Override
  String part() {
    return "limit";
  }

  @Override
  String place() {
    return "limit:4:test:key";
  }

  @Test
  void without_redis_a_look_shows_the_share() {
    var limiter = limiter(redis);
    takes(() -> limiter.take(HUNDRED, KEY), SHARE);
    fall();

    assertInstanceOf(Denied.class, limiter.peek(HUNDRED, KEY));
  }

  private static RateLimiter limiter(Redis through) {
    return new RedisRateLimiter(through, new MemoryRateLimiter(() -> Given.NOW), SHARE);
  }
}
