package dev.codeport.redis;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts in Redis, exactly and for all nodes together, by the server's clock.
 *
 * <p>When Redis does not answer, each node counts for itself by a share of the allowance. So that
 * nobody gets a fresh share by Redis' fall, what this node grants is counted there all the time.
 * What is granted without Redis is unknown to it afterwards: in the period around its return at
 * most the whole allowance and every node's share are granted together.
 *
 * <p>Intervals are whole microseconds, rounded up.
 */
public final class RedisRateLimiter implements RateLimiter {
  private static final Script GCRA = Script.named("gcra.lua");
  private static final long SERVER_CLOCK = 0;

  private final Redis redis;
  private final RateLimiter local;
  private final Share share;
  private final LongSupplier micros;

  /**
   * @param local counts in this process
   * @param sharePercent of each limit that a node grants by itself, 1 to 100; a hundred divided by
   *     the number of nodes keeps them within the limit together
   */
  public RedisRateLimiter(Redis redis, RateLimiter local, int sharePercent) {
    this(redis, local, sharePercent, () -> SERVER_CLOCK);
  }

  RedisRateLimiter(Redis redis, RateLimiter local, int sharePercent, LongSupplier micros) {
    this.redis = redis;
    this.local = local;
    this.share = new Share(sharePercent);
    this.micros = micros;
  }

  @Override
  public Decision take(Limit limit, LimitKey key) {
    var answer = ask(limit, key, "1");
    if (answer.isEmpty()) {
      return local.take(share.of(limit), key);
    }
    var decision = Answers.decision(answer);
    if (decision instanceof Decision.Granted) {
      var unused = local.take(share.of(limit), key);
    }
    return decision;
  }

  @Override
  public void refund(Limit limit, LimitKey key) {
    local.refund(share.of(limit), key);
    var unused = ask(limit, key, "-1");
  }

  @Override
  public Decision peek(Limit limit, LimitKey key) {
    var answer = ask(limit, key, "0");
    return answer.isEmpty() ? local.peek(share.of(limit), key) : Answers.decision(answer);
  }

  /**
   * @param takes one, or none, or minus one to give one back
   */
  private List<Object> ask(Limit limit, LimitKey key, String takes) {
    var answer =
        GCRA.run(
            redis,
            List.of(redis.key("limit:" + Answers.name(key))),
            Long.toString(micros.getAsLong()),
            Long.toString(interval(limit)),
            Integer.toString(limit.count()),
            takes);
    if (answer.isEmpty()) {
      redis.fellBack("limit");
    }
    return answer.orElse(List.of());
  }

  private static long interval(Limit limit) {
    return Math.max(1, Math.ceilDiv(Answers.micros(limit.period()), limit.count()));
  }
}
