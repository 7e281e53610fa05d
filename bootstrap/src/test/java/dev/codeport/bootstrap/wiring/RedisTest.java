package dev.codeport.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.bootstrap.config.Config;
import dev.codeport.bootstrap.config.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/** The service beside a Redis that goes and comes. */
class RedisTest {
  private final Path folder;

  RedisTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void stays_ready_without_redis_and_says_so() throws IOException, InterruptedException {
    var port = freePort();
    var redis = new RedisServer(port);
    redis.start();
    try (var service = new Wiring(settings(port)).service()) {
      awaits(service, "{\"status\":\"ready\",\"parts\":{\"redis\":\"up\"}}");
      assertTrue(get(service, "/metrics").body().contains("codeport_redis_up 1.0"));

      redis.stop();

      awaits(service, "{\"status\":\"ready\",\"parts\":{\"redis\":\"down\"}}");
      assertEquals(200, get(service, "/readyz").statusCode());
      var products = get(service, "/v1/catalog/products?country_id=88&platform_id=1");
      assertEquals(200, products.statusCode(), products.body());
      var metrics = get(service, "/metrics").body();
      assertTrue(metrics.contains("codeport_redis_up 0.0"), metrics);
      assertTrue(metrics.contains("codeport_redis_fallbacks_total{part=\"limit\"}"), metrics);

      redis.start();
      awaits(service, "{\"status\":\"ready\",\"parts\":{\"redis\":\"up\"}}");
    } finally {
      redis.stop();
    }
  }

  private static void awaits(Service service, String health)
      throws IOException, InterruptedException {
    var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!get(service, "/readyz").body().equals(health) && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertEquals(health, get(service, "/readyz").body());
  }

  private static HttpResponse<String> get(Service service, String path)
      throws IOException, InterruptedException {
    var key = service.demo().orElseThrow().key().reveal();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(service.url() + path))
              .header("Authorization", "Bearer " + key)
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private Settings settings(int port) {
    var flags =
        Map.of(
            "storage.kind",
            "memory",
            "http.port",
            "0",
            "data.folder",
            folder.toString(),
            "redis.url",
            "redis://127.0.0.1:" + port);
    return Settings.of(Config.of(Optional.empty(), Map.of(), flags), folder);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
