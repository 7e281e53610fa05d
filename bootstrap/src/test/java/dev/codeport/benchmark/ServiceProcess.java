package dev.codeport.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeport.bootstrap.Main;
import dev.codeport.bootstrap.postgres.EmbeddedPostgres;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code codeport serve} over a Postgres, in a process of its own, so that its cost is its own. */
record ServiceProcess(Process process, int port, HttpClient http) implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "benchmark-admin-key-0123456789";
  private static final int TRIES = 600;

  /**
   * Ready when it returns.
   *
   * @param heap as the JVM is told it: {@code 512m}
   * @param more settings beside those of storage and keys
   */
  static ServiceProcess serve(
      Path folder, String heap, EmbeddedPostgres postgres, List<String> more) throws Exception {
    var port = freePort();
    var settings =
        new ArrayList<>(
            List.of(
                "http.port=" + port,
                "http.admin-key=" + ADMIN,
                "storage.url=" + postgres.url(),
                "storage.user=" + postgres.user(),
                "storage.password=" + postgres.password(),
                "keys.hash=" + "h".repeat(32),
                "keys.seal.k1=" + "s".repeat(32),
                "keys.current=k1",
                "data.folder=" + folder.resolve("service")));
    settings.addAll(more);
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
    settings.forEach(setting -> command.addAll(List.of("--set", setting)));
    var log = folder.resolve("service.log");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var service = new ServiceProcess(process, port, HttpClient.newHttpClient());
    service.awaitReady(log);
    return service;
  }

  /** The settings by which a service buys of this vendor. */
  static List<String> buyingOf(SandboxVendor vendor) {
    var at = "provider." + vendor.settings().name() + ".";
    return List.of(
        at + "dialect=handlerapi",
        at + "url=" + vendor.baseUri(),
        at + "api-key=" + vendor.apiKey().reveal());
  }

  long pid() {
    return process.pid();
  }

  /** The key of a new customer with very much money and without limits. */
  String customer() throws Exception {
    ask("PUT", "/api/admin/exchange-rates/USD/IDR", "{\"rate\":\"16250\"}");
    var account = ask("POST", "/api/admin/accounts", "{\"name\":\"load\"}").path("id").asText();
    var at = "/api/admin/accounts/" + account;
    ask("PUT", at + "/exemptions", "{\"exemptions\":[\"rate_limit\",\"abuse_guard\"]}");
    ask("POST", at + "/top-ups", "{\"amount\":\"1000000000\"}");
    return ask("POST", at + "/keys", "{\"label\":\"load\"}").path("token").asText();
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    var answer = send(method, path, body, ADMIN);
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void awaitReady(Path log) throws Exception {
    for (int i = 0; i < TRIES && process.isAlive(); i++) {
      try {
        if (send("GET", "/readyz", "", ADMIN).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is still starting.
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException("not ready: " + Files.readString(log));
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service does not stop");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.shutdownNow();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
