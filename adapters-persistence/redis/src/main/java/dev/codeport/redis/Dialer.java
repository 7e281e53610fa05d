package dev.codeport.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Opens lines. Its threads are shared by all of them. */
interface Dialer extends AutoCloseable {
  Duration CONNECT = Duration.ofSeconds(1);

  /** So long after the last event threads end: what is under way when a line closes ends too. */
  Duration QUIET = Duration.ofMillis(50);

  /**
   * A new line. Waits a few seconds at most.
   *
   * @throws io.lettuce.core.RedisException when there is none to be had
   */
  Line dial();

  @Override
  void close();

  /**
   * @param listener hears when the one server is lost and found again; a cluster mends itself
   */
  static Dialer of(RedisSettings settings, RedisConnectionStateListener listener) {
    return settings.isCluster()
        ? new ClusterDialer(settings)
        : new SingleDialer(settings, listener);
  }

  static ClientResources resources() {
    return DefaultClientResources.builder()
        .ioThreadPoolSize(2)
        .computationThreadPoolSize(2)
        .reconnectDelay(
            Delay.fullJitter(
                Duration.ofMillis(20), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS))
        .build();
  }

  /**
   * Nothing is kept for later: a command without a connection is refused, and one whose connection
   * broke is not said again, because a take that counted twice would be wrong and a caller has long
   * gone on without.
   */
  static <B extends ClientOptions.Builder> B options(B options) {
    options
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .requestQueueSize(20_000)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(CONNECT)
                .tcpNoDelay(true)
                .keepAlive(
                    KeepAliveOptions.builder()
                        .enable()
                        .idle(Duration.ofSeconds(10))
                        .interval(Duration.ofSeconds(5))
                        .count(3)
                        .build())
                .build());
    return options;
  }

  static RedisURI uri(RedisSettings settings, RedisSettings.Address node) {
    var uri =
        RedisURI.builder()
            .withHost(node.host())
            .withPort(node.port())
            .withSsl(settings.tls())
            .withDatabase(settings.database())
            .withTimeout(CONNECT.multipliedBy(2));
    settings
        .password()
        .ifPresent(
            password -> {
              var text = password.reveal().toCharArray();
              settings
                  .user()
                  .ifPresentOrElse(
                      user -> uri.withAuthentication(user, text), () -> uri.withPassword(text));
            });
    return uri.build();
  }
}
