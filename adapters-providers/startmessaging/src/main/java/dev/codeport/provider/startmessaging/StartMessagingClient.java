package dev.codeport.provider.startmessaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.Heard;
import dev.codeport.provider.kit.SenderLine;
import dev.codeport.provider.kit.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes the protocol's requests. */
final class StartMessagingClient {
  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl base;
  private final Generation generation;
  private final String key;
  private final SenderLine line;
  private final Map<String, HttpUrl> addresses = new ConcurrentHashMap<>();

  StartMessagingClient(StartMessagingSettings settings, Surroundings around) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.generation = settings.generation();
    this.key = settings.apiKey().reveal();
    this.line = new SenderLine(around, settings.limits(), List.of(key));
  }

  /** How the service fares. */
  ProviderHealth health() {
    return line.health();
  }

  /**
   * @param body one of {@link StartMessagingWire}'s
   * @param hidden what no reason may show
   */
  Heard send(String path, Object body, List<String> hidden) {
    return Heard.of(line.send(request(path, body), hidden));
  }

  /** The same to ask about what was sent. */
  Heard ask(String path, Object body, List<String> hidden) {
    return Heard.of(line.ask(request(path, body), hidden));
  }

  private Request request(String path, Object body) {
    var request =
        new Request.Builder()
            .url(addresses.computeIfAbsent(path, this::address))
            .header("Accept", "application/json")
            .header("User-Agent", "codeport")
            .post(RequestBody.create(bytes(body), JSON));
    if (generation == Generation.G4) {
      request.header("Authorization", "Bearer " + key);
    } else {
      request.header("X-API-Key", key);
    }
    return request.build();
  }

  private HttpUrl address(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }

  private static byte[] bytes(Object body) {
    try {
      return Heard.Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts can be written", e);
    }
  }
}
