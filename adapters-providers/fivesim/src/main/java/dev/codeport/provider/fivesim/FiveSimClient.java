package dev.codeport.provider.fivesim;

import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Streamed;
import dev.codeport.provider.kit.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the protocol's requests. The token stands in a header, and not where guests ask. */
final class FiveSimClient {
  private final HttpUrl base;
  private final String token;
  private final Upstream upstream;

  FiveSimClient(FiveSimSettings settings, OkHttpClient client) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.token = settings.token().reveal();
    this.upstream = new Upstream(client, settings.limits(), List.of(token));
  }

  /** The deadline of an operation that begins now. */
  Deadline deadline() {
    return upstream.deadline();
  }

  /**
   * @param path below {@code user/}
   */
  Said ask(Deadline deadline, List<String> path, Map<String, String> parameters) {
    var url = address("user", path, parameters);
    var request = request(url).header("Authorization", "Bearer " + token).build();
    return Hearing.hear(upstream.call(request, deadline));
  }

  /** The same where the answer may be a long list. */
  Said askForList(Deadline deadline, List<String> path, Map<String, String> parameters) {
    var url = address("user", path, parameters);
    var request = request(url).header("Authorization", "Bearer " + token).build();
    return Hearing.hear(upstream.call(request, deadline, Upstream.LARGE));
  }

  /** Prices, read while they come: all of them are nine megabytes. */
  Streamed<List<FiveSimWire.Price>> prices(Deadline deadline, Map<String, String> parameters) {
    var request = request(address("guest", List.of("prices"), parameters)).build();
    return upstream.stream(request, deadline, 4 * Upstream.LARGE, FiveSimWire::prices);
  }

  private HttpUrl address(String room, List<String> path, Map<String, String> parameters) {
    var url = base.newBuilder().addPathSegment(room);
    path.forEach(url::addPathSegment);
    parameters.forEach(url::addQueryParameter);
    return url.build();
  }

  private static Request.Builder request(HttpUrl url) {
    return new Request.Builder()
        .url(url)
        .header("Accept", "application/json")
        .header("User-Agent", "codeport");
  }
}
