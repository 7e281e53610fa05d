package dev.codeport.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Who hears which channel, over every connection there ever is. */
final class Ears {
  private static final Logger LOG = System.getLogger(Redis.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Consumer<String>> ears = new ConcurrentHashMap<>();

  /**
   * @param open the line there is now, if there is one
   */
  void hear(Optional<Line> open, String channel, Consumer<String> ear) {
    ears.put(channel, ear);
    open.ifPresent(line -> subscribe(line, List.of(channel)));
  }

  void deafen(String channel) {
    ears.remove(channel);
  }

  void listenTo(Line line) {
    line.ears()
        .addListener(
            new RedisPubSubAdapter<>() {
              @Override
              public void message(String channel, String message) {
                ears.getOrDefault(channel, nobody -> {}).accept(message);
              }
            });
  }

  void subscribe(Line line) {
    subscribe(line, ears.keySet());
  }

  private static void subscribe(Line line, Collection<String> channels) {
    if (!channels.isEmpty()) {
      try {
        var unused =
            line.ears()
                .async()
                .subscribe(channels.toArray(String[]::new))
                .await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RedisException e) {
        LOG.log(Level.DEBUG, "subscribed again at the next connection", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
