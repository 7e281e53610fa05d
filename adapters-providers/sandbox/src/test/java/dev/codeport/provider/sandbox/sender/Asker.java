package dev.codeport.provider.sandbox.sender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Somebody with a key to a sandbox sender. */
final class Asker implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  final SandboxSender sender;
  volatile Instant now = Instant.parse("2031-01-02T12:00:00.123456Z");

  Asker(SandboxSenderSettings settings) {
    sender = SandboxSender.start(settings, () -> now, new Random(7));
  }

  JsonNode send(String phone, String key) {
    return post(
        "/otp/send", "{\"phoneNumber\":\"%s\",\"idempotencyKey\":\"%s\"}".formatted(phone, key));
  }

  JsonNode verify(String id, String code) {
    return post("/otp/verify", "{\"requestId\":\"%s\",\"otpCode\":\"%s\"}".formatted(id, code));
  }

  JsonNode post(String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(sender.baseUri() + path))
            .timeout(Duration.ofSeconds(10))
            .header("X-API-Key", sender.apiKey().reveal())
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
    sender.close();
  }
}
