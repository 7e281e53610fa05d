package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.Longs;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Upstream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes the protocol's requests. The token stands in a header. */
final class SmsCodeClient {
  private static final String VERSION = "v1";
  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl base;
  private final String token;
  private final Upstream upstream;

  SmsCodeClient(SmsCodeSettings settings, OkHttpClient client, InstantSource clock) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.token = settings.token().reveal();
    this.upstream =
        new Upstream(client, settings.limits(), List.of(token), SmsCodeHealth::of, clock);
  }

  /** The body of a request about an order. */
  static ObjectNode about(LeaseRef lease) {
    var id = Longs.tryParse(lease.id());
    var body = JsonNodeFactory.instance.objectNode();
    return id == null ? body.put("id", lease.id()) : body.put("id", id);
  }

  /** The deadline of an operation that begins now. */
  Deadline deadline() {
    return upstream.deadline();
  }

  ProviderHealth health() {
    return upstream.health();
  }

  /**
   * @param path below the version, such as {@code orders/7}
   */
  Said ask(Deadline deadline, String path) {
    return Hearing.hear(upstream.call(request(path, Map.of()).build(), deadline));
  }

  /** The same where the answer may be a long list. */
  Said askForList(Deadline deadline, String path, Map<String, String> parameters) {
    return Hearing.hear(upstream.call(request(path, parameters).build(), deadline, Upstream.LARGE));
  }

  Said tell(Deadline deadline, String path, JsonNode body) {
    return tell(deadline, path, body, Optional.empty());
  }

  /**
   * @param key under which the vendor does it once, however often it is told
   */
  Said tell(Deadline deadline, String path, JsonNode body, Optional<String> key) {
    return Hearing.hear(upstream.call(post(path, body, key), deadline));
  }

  /** The same where it takes a number. */
  Said buy(Deadline deadline, String path, JsonNode body, Optional<String> key) {
    return Hearing.hear(upstream.buy(post(path, body, key), deadline));
  }

  private Request post(String path, JsonNode body, Optional<String> key) {
    var request = request(path, Map.of()).post(RequestBody.create(body.toString(), JSON));
    key.ifPresent(name -> request.header("Idempotency-Key", name));
    return request.build();
  }

  private Request.Builder request(String path, Map<String, String> parameters) {
    var url = base.newBuilder().addPathSegment(VERSION).addPathSegments(path);
    parameters.forEach(url::addQueryParameter);
    return new Request.Builder()
        .url(url.build())
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .header("User-Agent", "codeport");
  }
}
