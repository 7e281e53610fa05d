package dev.codeport.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.Map;
import java.util.function.Consumer;

/** Hands what is published to whoever hears that channel. */
final class Listener extends RedisPubSubAdapter<String, String> {
  private final Map<String, Consumer<String>> ears;

  Listener(Map<String, Consumer<String>> ears) {
    this.ears = ears;
  }

  @Override
  public void message(String channel, String message) {
    ears.getOrDefault(channel, nobody -> {}).accept(message);
  }
}
