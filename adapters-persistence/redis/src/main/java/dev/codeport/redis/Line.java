package dev.codeport.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/** An open line to Redis: one connection that everybody shares, and one for what is published. */
interface Line extends AutoCloseable {
  /** What can be asked of one server as well as of a cluster. */
  RedisClusterAsyncCommands<String, String> commands();

  StatefulRedisPubSubConnection<String, String> ears();

  /** The name of the server that answers for a key. */
  String serverOf(String key);

  @Override
  void close();
}
