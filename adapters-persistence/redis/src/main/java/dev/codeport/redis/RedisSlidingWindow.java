package dev.codeport.redis;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts in Redis, exactly and for all nodes together, by the server's clock; one round trip each.
 *
 * <p>When Redis does not answer, each node counts for itself by a share of every window, with the
 * same pauses. So that nobody gets a fresh share by Redis' fall, whatever is granted through this
 * node is noted there all the time, also what is more than the share. What is granted without Redis
 * is unknown to it afterwards: in the window around its return at most the whole and every node's
 * share are granted together.
 *
 * <p>Windows and pauses are whole microseconds, rounded up. After the server's clock was set back,
 * what was granted later than now counts as granted now.
 */
public final class RedisSlidingWindow implements SlidingWindow {
  private static final Script WINDOW = Script.named("window.lua");
  private static final String PART = "window";
  private static final long SERVER_CLOCK = 0;

  private final Redis redis;
  private final SlidingWindow local;
  private final Share share;
  private final LongSupplier micros;

  /**
   * @param local counts in this process
   * @param sharePercent of each window that a node grants by itself, 1 to 100; a hundred divided by
   *     the number of nodes keeps them within the quota together
   */
  public RedisSlidingWindow(Redis redis, SlidingWindow local, int sharePercent) {
    this(redis, local, sharePercent, () -> SERVER_CLOCK);
  }

  RedisSlidingWindow(Redis redis, SlidingWindow local, int sharePercent, LongSupplier micros) {
    this.redis = redis;
    this.local = local;
    this.share = new Share(sharePercent);
    this.micros = micros;
  }

  @Override
  public Decision take(Quota quota, LimitKey key, String member) {
    var answer = ask(quota, key, "1", member);
    if (answer.isEmpty()) {
      return local.take(share.of(quota), key, member);
    }
    var decision = Answers.decision(answer);
    if (decision instanceof Decision.Granted) {
      note(share.of(quota), key, member);
    }
    return decision;
  }

  @Override
  public Decision peek(Quota quota, LimitKey key) {
    var answer = ask(quota, key, "0", "");
    return answer.isEmpty() ? local.peek(share.of(quota), key) : Answers.decision(answer);
  }

  @Override
  public void refund(LimitKey key, String member) {
    local.refund(key, member);
    var name = name(key);
    if (redis.ask(name, commands -> commands.zrem(name, member)).isEmpty()) {
      redis.fellBack(PART);
    }
  }

  /** Lets it count here, whatever counts already. */
  private void note(Quota part, LimitKey key, String member) {
    var boundless = new Quota(List.of(Limit.of(Integer.MAX_VALUE).per(part.memory())), List.of());
    var unused = local.take(boundless, key, member);
  }

  private List<Object> ask(Quota quota, LimitKey key, String takes, String member) {
    var answer = WINDOW.run(redis, List.of(name(key)), arguments(quota, takes, member));
    if (answer.isEmpty()) {
      redis.fellBack(PART);
    }
    return answer.orElse(List.of());
  }

  private String[] arguments(Quota quota, String takes, String member) {
    List<String> all = new ArrayList<>();
    all.add(Long.toString(micros.getAsLong()));
    all.add(takes);
    all.add(member);
    all.add(Integer.toString(quota.windows().size()));
    for (var window : quota.windows()) {
      all.add(Integer.toString(window.count()));
      all.add(Long.toString(Answers.micros(window.period())));
    }
    quota.pauses().forEach(pause -> all.add(Long.toString(Answers.micros(pause))));
    return all.toArray(String[]::new);
  }

  /** What belongs to one subject lies in one slot. */
  private String name(LimitKey key) {
    return redis.key("window:{" + Answers.name(key) + "}");
  }
}
