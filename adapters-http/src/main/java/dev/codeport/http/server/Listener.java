package dev.codeport.http.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A listening server: one event loop for each core, all on the same port. */
public final class Listener {
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_HEADERS = 32 * 1024;

  private final Vertx vertx;
  private final ExecutorService workers;
  private final Rounds rounds;
  private final List<HttpServer> servers;

  private Listener(Vertx vertx, ExecutorService workers, Rounds rounds, List<HttpServer> servers) {
    this.vertx = vertx;
    this.workers = workers;
    this.rounds = rounds;
    this.servers = servers;
  }

  /**
   * Listens when it returns.
   *
   * @param port 0 for a free one
   * @param clock by which what is kept open is looked after
   * @param random makes the ids of requests that come without one
   */
  public static Listener start(
      String host,
      int port,
      Bounds bounds,
      Routes routes,
      HttpObserver observer,
      InstantSource clock,
      RandomGenerator random) {
    var vertx = Vertx.vertx(options());
    var workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    var engine =
        new Engine(
            vertx,
            workers,
            bounds,
            new RequestIds(random),
            observer,
            new AtomicInteger(),
            new Rounds(clock));
    engine.rounds().begin(vertx);
    var listener = new Listener(vertx, workers, engine.rounds(), new CopyOnWriteArrayList<>());
    try {
      var address = at(host, port);
      var deployed =
          vertx.deployVerticle(
              () -> listener.loop(new Entrance(engine, routes), options(bounds), address),
              new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
      await(deployed, host, port);
      return listener;
    } catch (RuntimeException e) {
      listener.stop(Duration.ZERO);
      throw e;
    }
  }

  public int port() {
    return servers.getFirst().actualPort();
  }

  /**
   * Stops accepting, answers who waits, ends every feed, and returns when everything that runs was
   * answered or patience is over; what still runs then is interrupted.
   */
  public void stop(Duration patience) {
    rounds.leave();
    Future.join(
            servers.stream()
                .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
                .toList())
        .transform(quiet -> vertx.close())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    workers.shutdownNow();
  }

  /** Any free port has to be the same one for all loops. */
  private static SocketAddress at(String host, int port) {
    return port == 0
        ? SocketAddress.sharedRandomPort(1, host)
        : SocketAddress.inetSocketAddress(port, host);
  }

  private VerticleBase loop(Entrance entrance, HttpServerOptions options, SocketAddress address) {
    return new VerticleBase() {
      @Override
      public Future<?> start() {
        var server =
            vertx
                .createHttpServer(options)
                .requestHandler(entrance)
                .invalidRequestHandler(Listener::refuseGarbage);
        return server.listen(address).onSuccess(servers::add);
      }
    };
  }

  private static void refuseGarbage(HttpServerRequest request) {
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
  }

  private static HttpServerOptions options(Bounds bounds) {
    return new HttpServerOptions()
        .setIdleTimeout((int) bounds.idle().toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(MOST_HEADERS)
        .setHttp2ClearTextEnabled(false)
        .setAcceptBacklog(1024);
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static void await(Future<?> listening, String host, int port) {
    try {
      listening.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new PortTaken(host, port, Objects.requireNonNullElse(e.getCause(), e));
    }
  }
}
