package dev.codeport.redis;

import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lines to a cluster, which learns of new masters by itself. */
final class ClusterDialer implements Dialer {
  private static final ClusterTopologyRefreshOptions REFRESH =
      ClusterTopologyRefreshOptions.builder()
          .enablePeriodicRefresh(Duration.ofSeconds(15))
          .adaptiveRefreshTriggersTimeout(Duration.ofSeconds(1))
          .build();

  /** As many keys as surely meet every master. */
  private static final int SAMPLE = 500;

  private final ClientResources resources = Dialer.resources();
  private final RedisClusterClient client;

  ClusterDialer(RedisSettings settings) {
    this.client =
        RedisClusterClient.create(
            resources, settings.nodes().stream().map(node -> Dialer.uri(settings, node)).toList());
    client.setOptions(
        Dialer.options(ClusterClientOptions.builder()).topologyRefreshOptions(REFRESH).build());
  }

  @Override
  public Line dial() {
    client.refreshPartitions();
    var connection = client.connect(StringCodec.UTF8);
    try {
      var line = new ClusterLine(connection, client.connectPubSub(StringCodec.UTF8));
      line.warmUp();
      return line;
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

  private record ClusterLine(
      StatefulRedisClusterConnection<String, String> connection,
      StatefulRedisPubSubConnection<String, String> ears)
      implements Line {
    @Override
    public RedisAdvancedClusterAsyncCommands<String, String> commands() {
      return connection.async();
    }

    @Override
    public String serverOf(String key) {
      var master = connection.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
      return Optional.ofNullable(master).map(RedisClusterNode::getNodeId).orElse("nobody");
    }

    /**
     * Lettuce connects to a master when it is first asked, and what many ask at once just then may
     * be refused.
     */
    void warmUp() {
      var keys = new HashMap<String, String>();
      for (int i = 0; i < SAMPLE; i++) {
        keys.putIfAbsent(serverOf("warm-" + i), "warm-" + i);
      }
      var until = System.nanoTime() + CONNECT.toNanos();
      for (var key : keys.values()) {
        while (!isWarm(key) && System.nanoTime() - until < 0) {
          LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
      }
    }

    private boolean isWarm(String key) {
      return connection
              .async()
              .exists(key)
              .toCompletableFuture()
              .completeOnTimeout(-1L, CONNECT.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(fault -> -1L)
              .join()
          >= 0;
    }

    @Override
    public void close() {
      var unused = connection.closeAsync();
      var unusedEars = ears.closeAsync();
    }
  }
}
