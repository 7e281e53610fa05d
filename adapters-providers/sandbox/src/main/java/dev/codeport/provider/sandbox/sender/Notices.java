package dev.codeport.provider.sandbox.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/** Writes what the service tells unasked, signs it, and tells it once. */
final class Notices {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Hmac signer;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ExecutorService threads;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Notices(Secret secret, InstantSource clock, RandomGenerator random, ExecutorService threads) {
    this.signer = Hmac.of(secret);
    this.clock = clock;
    this.random = random;
    this.threads = threads;
  }

  Notice write(String requestId, String status) {
    var now = clock.instant().toString();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("eventId", "evt_" + newId()).put("type", "otp." + status).put("createdAt", now);
    var data = body.putObject("data");
    data.put("requestId", requestId)
        .put("phoneNumberHash", signer.hex("phone of " + requestId))
        .put("status", status);
    if (status.equals("delivered")) {
      data.put("deliveredAt", now);
    }
    var text = StartMessaging.write(body);
    return new Notice(signer.hex(text), text);
  }

  void post(URI to, Notice notice) {
    send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/json")
            .header(Notice.HEADER, notice.signature())
            .POST(HttpRequest.BodyPublishers.ofByteArray(notice.body().getBytes(UTF_8))));
  }

  /** Unsigned: it is the address that has to be a secret. */
  void get(URI to, String id, String status) {
    var more = "id=" + id + "&status=" + status;
    send(HttpRequest.newBuilder(URI.create(to + (to.getRawQuery() == null ? "?" : "&") + more)));
  }

  private void send(HttpRequest.Builder request) {
    threads.execute(
        () -> {
          try {
            client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
          } catch (IOException e) {
            // Nobody listens: it is told once.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  void close() {
    client.shutdownNow();
  }

  private String newId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
