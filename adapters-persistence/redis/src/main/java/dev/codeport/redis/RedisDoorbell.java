package dev.codeport.redis;

import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.id.AccountId;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Rings on every node by what Redis publishes. On this node it rings whether Redis is there or not;
 * what is rung on others while Redis is gone is lost.
 */
public final class RedisDoorbell implements Doorbell, AutoCloseable {
  private static final Pattern RING = Pattern.compile("([0-9a-f]+):([1-9]\\d{0,9})");

  private final Redis redis;
  private final String channel;
  private final Ringer here = Ringer.start();

  public RedisDoorbell(Redis redis) {
    this.redis = redis;
    this.channel = redis.key("ring");
    redis.hear(channel, this::heard);
  }

  @Override
  public void ring(AccountId account) {
    here.ring(account);
    var message = redis.name() + ":" + account.value();
    if (!redis.tell(channel, commands -> commands.publish(channel, message))) {
      redis.fellBack("doorbell");
    }
  }

  @Override
  public Listening listen(Consumer<AccountId> bell) {
    return here.add(bell);
  }

  @Override
  public void close() {
    redis.deafen(channel);
    here.close();
  }

  /** Our own ring comes back to us, too. */
  private void heard(String message) {
    var ring = RING.matcher(message);
    if (!ring.matches() || ring.group(1).equals(redis.name())) {
      return;
    }
    var account = Long.parseLong(ring.group(2));
    if (account <= Integer.MAX_VALUE) {
      here.ring(new AccountId((int) account));
    }
  }
}
