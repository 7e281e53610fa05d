package dev.codeport.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Redis, or its absence: one shared connection for commands and one for what is published. Safe for
 * many threads; nothing here throws because Redis fails, and nobody waits longer than the timeout.
 * It need not be there when this opens, and may come and go.
 */
public final class Redis implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Redis.class.getName());
  private static final Duration FIRST_TRY = Duration.ofSeconds(2);
  private static final long GRUDGE = Duration.ofMinutes(1).toNanos();

  private final RedisSettings settings;
  private final RedisObserver observer;
  private final Standing standing;
  private final Ears ears = new Ears();
  private final Dialer dialer;
  private final Watch watch;
  private final String name;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final AtomicLong complainedAt = new AtomicLong(System.nanoTime() - GRUDGE);
  private volatile @Nullable Line line;
  private volatile int version;

  /** One command, written into the connection when it is called. */
  @FunctionalInterface
  interface Command<T> {
    CompletionStage<T> on(RedisClusterAsyncCommands<String, String> commands);
  }

  private Redis(RedisSettings settings, RandomGenerator random, RedisObserver observer) {
    this.settings = settings;
    this.observer = observer;
    this.standing = new Standing(observer);
    this.dialer = Dialer.of(settings, new Events());
    this.watch = new Watch(this, random);
    this.name = Long.toHexString(random.nextLong());
  }

  /**
   * Tries to connect for two seconds at most, and goes on trying by itself.
   *
   * @param random need not be strong: it spreads the attempts of many nodes
   */
  public static Redis open(RedisSettings settings, RandomGenerator random, RedisObserver observer) {
    var redis = new Redis(settings, random, observer);
    redis.watch.start(FIRST_TRY);
    return redis;
  }

  /** Whether every server of it that was asked lately answers in time. */
  public boolean isUp() {
    return standing.isUp();
  }

  @Override
  public void close() {
    standing.close();
    watch.close();
    line = null;
    dialer.close();
  }

  String key(String rest) {
    return settings.prefix() + ":" + rest;
  }

  /** Another one for every instance, on every node. */
  String name() {
    return name;
  }

  Duration timeout() {
    return settings.timeout();
  }

  /** The server's major version; 0 when that is not known. */
  int version() {
    return version;
  }

  void fellBack(String part) {
    observer.fellBack(part);
  }

  /** Asks and waits. Nothing when there was no answer in time or a refusal. */
  <T> Optional<T> ask(String key, Command<T> command) {
    return begin(key, command).await(settings.timeout());
  }

  /** Asks and lets the answer come while others are asked. */
  <T> Pending<T> begin(String key, Command<T> command) {
    var open = line;
    if (open == null) {
      return Pending.none();
    }
    try {
      var lane = laneOf(open, key);
      return lane.isOpen()
          ? new Pending<>(this, lane, key, command.on(open.commands()).toCompletableFuture())
          : Pending.none();
    } catch (RedisException e) {
      return Pending.none();
    }
  }

  /** Asks for something whose answer nobody waits for; false when nobody could be asked. */
  <T> boolean tell(String key, Command<T> command) {
    return begin(key, command).forget(settings.timeout());
  }

  /** Calls {@code ear} with what is published in the channel, now and after any reconnect. */
  void hear(String channel, Consumer<String> ear) {
    ears.hear(Optional.ofNullable(line), channel, ear);
  }

  void deafen(String channel) {
    ears.deafen(channel);
  }

  /** What is a bug or a setting, not an absence, and may happen often: said once a minute. */
  void complain(String why) {
    var before = complainedAt.get();
    var now = System.nanoTime();
    if (now - before >= GRUDGE && complainedAt.compareAndSet(before, now)) {
      LOG.log(Level.WARNING, why);
    }
  }

  // What follows is called by the watch alone.

  boolean isConnected() {
    return line != null;
  }

  void connect() {
    try {
      var dialled = dialer.dial();
      lanes.clear();
      ears.listenTo(dialled);
      line = dialled;
      learnVersion();
      ears.subscribe(dialled);
      review("");
    } catch (RedisException e) {
      review(Pending.reason(e));
    }
  }

  Collection<Lane> lanes() {
    var open = line;
    if (open != null && lanes.isEmpty()) {
      var unused = laneOf(open, key("probe"));
    }
    return lanes.values();
  }

  void probe(Lane lane) {
    var open = line;
    if (open == null) {
      return;
    }
    var key = lane.key();
    var wasShut = !lane.isOpen();
    var probe = new Pending<>(this, lane, key, open.commands().exists(key).toCompletableFuture());
    if (probe.await(settings.timeout()).isPresent() && wasShut) {
      learnVersion();
      lane.found();
    }
  }

  void hangUp() {
    var open = line;
    line = null;
    lanes.clear();
    if (open != null) {
      open.close();
    }
  }

  private Lane laneOf(Line open, String key) {
    return lanes.computeIfAbsent(open.serverOf(key), server -> new Lane(key, this::review));
  }

  private void learnVersion() {
    var open = line;
    if (open == null) {
      return;
    }
    try {
      var about = About.of(open);
      version = About.version(about).orElse(version);
      if (!settings.isCluster() && About.isCluster(about)) {
        LOG.log(Level.WARNING, "redis.url is one node of a cluster: name several of its nodes");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "Redis does not tell its version", e);
    }
  }

  private void review(String why) {
    standing.review(() -> line != null && lanes.values().stream().allMatch(Lane::isOpen), why);
  }

  private final class Events implements RedisConnectionStateListener {
    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
      lanes.values().forEach(Lane::hope);
      watch.wake();
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      lanes().forEach(lane -> lane.lost(lane.key(), "the connection is lost"));
    }
  }
}
