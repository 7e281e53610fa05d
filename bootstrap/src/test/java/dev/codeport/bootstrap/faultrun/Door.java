package dev.codeport.bootstrap.faultrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The service as somebody with a key reaches it, again and again when it does not answer. */
record Door(URI url, String key, HttpClient http) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int TRIES = 600;
  private static final int BETWEEN_MILLIS = 200;

  record Answer(int status, JsonNode json) {
    boolean isGood() {
      return status / 100 == 2;
    }

    String problem() {
      return json.path("type").asText().replaceFirst(".*:", "");
    }
  }

  /** The same for somebody else. */
  Door with(String other) {
    return new Door(url, other, http);
  }

  Answer get(String path) throws InterruptedException {
    return ask("GET", path, "", Optional.empty());
  }

  Answer put(String path, String body) throws InterruptedException {
    return ask("PUT", path, body, Optional.empty());
  }

  Answer post(String path, String body) throws InterruptedException {
    return ask("POST", path, body, Optional.empty());
  }

  /**
   * @param idempotencyKey the same however often it is sent
   */
  Answer post(String path, String body, String idempotencyKey) throws InterruptedException {
    return ask("POST", path, body, Optional.of(idempotencyKey));
  }

  private Answer ask(String method, String path, String body, Optional<String> idempotencyKey)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(LONGEST)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    idempotencyKey.ifPresent(name -> request.header("Idempotency-Key", name));
    for (int i = 0; i < TRIES; i++) {
      try {
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var text = response.body().isEmpty() ? "{}" : response.body();
        return new Answer(response.statusCode(), JSON.readTree(text));
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      }
    }
    throw new IllegalStateException("nobody answers " + method + " " + path);
  }
}
