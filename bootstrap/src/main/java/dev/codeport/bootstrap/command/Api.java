package dev.codeport.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls a service over HTTP, as any customer does. */
record Api(URI url, HttpClient client, String key) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  Api withKey(String other) {
    return new Api(url, client, other);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(posting(path, body));
  }

  /** A request that takes money, under a key of its own. */
  JsonNode postOnce(String path, String key, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(posting(path, body).header("Idempotency-Key", key));
  }

  private HttpRequest.Builder posting(String path, Map<String, ?> body) throws IOException {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new Refused(response.request().uri().getPath() + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
