package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Upstream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the protocol's requests. All parameters, the key too, stand in the query. */
final class HandlerApiClient {
  private final HttpUrl base;
  private final String key;
  private final Upstream upstream;

  HandlerApiClient(HandlerApiSettings settings, OkHttpClient client, InstantSource clock) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.key = settings.apiKey().reveal();
    this.upstream =
        new Upstream(client, settings.limits(), List.of(key), HandlerApiHealth::of, clock);
  }

  /** The deadline of an operation that begins now. */
  Deadline deadline() {
    return upstream.deadline();
  }

  ProviderHealth health() {
    return upstream.health();
  }

  /** Asks for a number. */
  Said buy(Deadline deadline, String action, Map<String, String> parameters) {
    return Hearing.hear(upstream.buy(request(action, parameters), deadline));
  }

  Said ask(Deadline deadline, String action, Map<String, String> parameters) {
    return Hearing.hear(upstream.call(request(action, parameters), deadline));
  }

  /** The same where the answer may be a long list. */
  Said askForList(Deadline deadline, String action, Map<String, String> parameters) {
    return Hearing.hear(upstream.call(request(action, parameters), deadline, Upstream.LARGE));
  }

  private Request request(String action, Map<String, String> parameters) {
    var url = base.newBuilder().addQueryParameter("api_key", key);
    url.addQueryParameter("action", action);
    parameters.forEach(url::addQueryParameter);
    return new Request.Builder().url(url.build()).build();
  }
}
