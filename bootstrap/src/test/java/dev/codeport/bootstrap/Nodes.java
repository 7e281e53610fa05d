package dev.codeport.bootstrap;

import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.bootstrap.wiring.Service;
import dev.codeport.bootstrap.wiring.Wiring;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import redis.embedded.RedisServer;

/** Services in this process with one Postgres and one Redis between them. */
final class Nodes implements AutoCloseable {
  private static final String ADMIN = "admin-key-of-all-nodes";

  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final RedisServer redis;
  private final Map<String, String> settings;
  private final Map<String, Service> running = new HashMap<>();

  private Nodes(
      Path folder, EmbeddedPostgres postgres, RedisServer redis, Map<String, String> settings) {
    this.folder = folder;
    this.postgres = postgres;
    this.redis = redis;
    this.settings = settings;
  }

  /**
   * Two of them, {@code a} and {@code b}.
   *
   * @param more what their settings say beside
   */
  static Nodes open(Path folder, Map<String, String> more) throws IOException {
    var binaries = Path.of("target/postgres").toAbsolutePath();
    var postgres = EmbeddedPostgres.open(binaries, folder.resolve("pg"), 0, "nodes");
    var redis = new RedisServer(freePort());
    redis.start();
    var settings = new HashMap<>(more);
    settings.put("http.port", "0");
    settings.put("http.admin-key", ADMIN);
    settings.put("storage.url", postgres.url());
    settings.put("storage.user", postgres.user());
    settings.put("storage.password", postgres.password());
    settings.put("keys.hash", "h".repeat(32));
    settings.put("keys.seal.a", "s".repeat(32));
    settings.put("redis.url", "redis://127.0.0.1:" + redis.ports().getFirst());
    var nodes = new Nodes(folder, postgres, redis, settings);
    nodes.start("a");
    nodes.start("b");
    return nodes;
  }

  void start(String name) throws IOException {
    var own = new HashMap<>(settings);
    own.put("node.name", name);
    own.put("data.folder", folder.resolve(name).toString());
    var config = Config.of(Optional.empty(), Map.of(), own);
    running.put(name, new Wiring(Settings.of(config, folder)).service());
  }

  /** Drains it. */
  void stop(String name) {
    Optional.ofNullable(running.remove(name)).orElseThrow().close();
  }

  /** No node reaches Redis any more; what was in it is gone. */
  void loseRedis() throws IOException {
    redis.stop();
  }

  /** It is there again, and empty. */
  void regainRedis() throws IOException {
    redis.start();
  }

  Service service(String node) {
    return Optional.ofNullable(running.get(node)).orElseThrow();
  }

  Customer at(String node, String key) {
    return new Customer(service(node).url(), key);
  }

  Customer admin(String node) {
    return at(node, ADMIN);
  }

  /** The key of somebody new, who has money and may ask as often as he likes. */
  String customer() {
    var account = admin("a").post("/api/admin/accounts", "{\"name\": \"Ada\"}").json().path("id");
    var path = "/api/admin/accounts/" + account.asInt();
    admin("a").post(path + "/top-ups", "{\"amount\": \"1000000\"}");
    admin("a").put(path + "/exemptions", "{\"exemptions\": [\"rate_limit\"]}");
    return admin("a").post(path + "/keys", "{}").json().path("token").asText();
  }

  @Override
  public void close() throws IOException {
    running.values().forEach(Service::close);
    redis.stop();
    postgres.close();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
