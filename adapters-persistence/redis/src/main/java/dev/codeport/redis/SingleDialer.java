package dev.codeport.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.TimeUnit;

/** Lines to one server. */
final class SingleDialer implements Dialer {
  private final ClientResources resources = Dialer.resources();
  private final RedisClient client;
  private final RedisConnectionStateListener listener;

  SingleDialer(RedisSettings settings, RedisConnectionStateListener listener) {
    this.client = RedisClient.create(resources, Dialer.uri(settings, settings.nodes().getFirst()));
    this.listener = listener;
    client.setOptions(Dialer.options(ClientOptions.builder()).build());
  }

  @Override
  public Line dial() {
    var connection = client.connect(StringCodec.UTF8);
    try {
      connection.addListener(listener);
      return new SingleLine(connection, client.connectPubSub(StringCodec.UTF8));
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    client.shutdown(QUIET.toMillis(), CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    var unused = resources.shutdown(QUIET.toMillis(), CONNECT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record SingleLine(
      StatefulRedisConnection<String, String> connection,
      StatefulRedisPubSubConnection<String, String> ears)
      implements Line {
    @Override
    public RedisAsyncCommands<String, String> commands() {
      return connection.async();
    }

    @Override
    public String serverOf(String key) {
      return "server";
    }

    @Override
    public void close() {
      var unused = connection.closeAsync();
      var unusedEars = ears.closeAsync();
    }
  }
}
