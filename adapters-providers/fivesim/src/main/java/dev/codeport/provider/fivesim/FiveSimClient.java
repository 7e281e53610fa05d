package dev.codeport.provider.fivesim;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.CallRate;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Streamed;
import dev.codeport.provider.kit.Upstream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the protocol's requests. The token stands in a header, and not where guests ask. */
final class FiveSimClient {
  /** A sale waits for prices; it can do without these. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final HttpUrl base;
  private final String token;
  private final Upstream upstream;

  /** Prices have a limit of their own, which must not keep us from our numbers. */
  private final Upstream guests;

  FiveSimClient(FiveSimSettings settings, OkHttpClient client, InstantSource clock) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.token = settings.token().reveal();
    var hidden = List.of(token);
    var seldom =
        settings
            .limits()
            .withRate(CallRate.perMinute(settings.pricesPerMinute()))
            .withPatience(SHORT);
    this.upstream = new Upstream(client, settings.limits(), hidden, FiveSimHealth::of, clock);
    this.guests = new Upstream(client, seldom, hidden, FiveSimHealth::of, clock);
  }

  /** The deadline of an operation that begins now. */
  Deadline deadline() {
    return upstream.deadline();
  }

  ProviderHealth health() {
    return upstream.health();
  }

  /** Asks for a number. */
  Said buy(Deadline deadline, List<String> path, Map<String, String> parameters) {
    return Hearing.hear(upstream.buy(ofUser(path, parameters), deadline));
  }

  /**
   * @param path below {@code user/}
   */
  Said ask(Deadline deadline, List<String> path, Map<String, String> parameters) {
    return Hearing.hear(upstream.call(ofUser(path, parameters), deadline));
  }

  /** The same where the answer may be a long list. */
  Said askForList(Deadline deadline, List<String> path, Map<String, String> parameters) {
    return Hearing.hear(upstream.call(ofUser(path, parameters), deadline, Upstream.LARGE));
  }

  /**
   * @param path below {@code guest/}
   */
  Said askAsGuest(Deadline deadline, List<String> path) {
    var request = request(address("guest", path, Map.of())).build();
    return Hearing.hear(guests.call(request, deadline, Upstream.LARGE));
  }

  /** Prices, read while they come: all of them are nine megabytes. */
  Streamed<List<FiveSimWire.Price>> prices(Deadline deadline, Map<String, String> parameters) {
    var request = request(address("guest", List.of("prices"), parameters)).build();
    return guests.stream(request, deadline, 4 * Upstream.LARGE, FiveSimWire::prices);
  }

  private Request ofUser(List<String> path, Map<String, String> parameters) {
    var url = address("user", path, parameters);
    return request(url).header("Authorization", "Bearer " + token).build();
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
