package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Judge;
import dev.codeport.provider.kit.Reply;
import dev.codeport.provider.kit.Sign;
import dev.codeport.provider.kit.Upstream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the protocol's requests. All parameters, the key too, stand in the query. */
final class HandlerApiClient {
  /** No error is longer, and no list shorter. */
  private static final int LONGEST_ERROR = 4_000;

  private static final String OFFERS = "/api/v1/activations/offers/sms";

  private static final Set<String> OF_ACTIVATIONS = Set.of("getStatus", "getStatusV2", "setStatus");

  private final HttpUrl base;
  private final String key;
  private final Upstream upstream;
  private final boolean hidesBadKey;

  HandlerApiClient(HandlerApiSettings settings, OkHttpClient client, InstantSource clock) {
    this.base =
        Objects.requireNonNull(HttpUrl.get(settings.base().toString()), "an address of HTTP");
    this.key = settings.apiKey().reveal();
    this.upstream = new Upstream(client, settings.limits(), List.of(key), this::sign, clock);
    this.hidesBadKey = settings.dialect().hidesBadKey();
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
    return understood(action, Hearing.hear(upstream.buy(request(action, parameters), deadline)));
  }

  Said ask(Deadline deadline, String action, Map<String, String> parameters) {
    return understood(action, Hearing.hear(upstream.call(request(action, parameters), deadline)));
  }

  /** The same where the answer may be a long list. */
  Said askForList(Deadline deadline, String action, Map<String, String> parameters) {
    return understood(
        action, Hearing.hear(upstream.call(request(action, parameters), deadline, Upstream.LARGE)));
  }

  /** What is to be had of one service in one country, by HeroSMS' own interface. */
  Said askForOffers(Deadline deadline, String country, String service) {
    var url =
        base.newBuilder()
            .encodedPath(OFFERS)
            .addQueryParameter("services", service)
            .addQueryParameter("countries", country);
    var request =
        new Request.Builder().url(url.build()).header("Authorization", "ApiKey " + key).build();
    return Hearing.hear(upstream.call(request, deadline));
  }

  private Request request(String action, Map<String, String> parameters) {
    var url = base.newBuilder().addQueryParameter("api_key", key);
    url.addQueryParameter("action", action);
    parameters.forEach(url::addQueryParameter);
    return new Request.Builder().url(url.build()).build();
  }

  /** What an answer says of how the vendor fares. */
  private Sign sign(Request request, Reply.Answered answer) {
    var action = Objects.requireNonNullElse(request.url().queryParameter("action"), "");
    return answer.body().length() > LONGEST_ERROR
        ? Judge.byStatus(answer)
        : HandlerApiHealth.of(understood(action, Hearing.hear(answer)), answer);
  }

  /**
   * Some say of a wrong key what others say of a wrong action, and of an unknown activation too.
   */
  private Said understood(String action, Said said) {
    return hidesBadKey
            && said instanceof Said.Token token
            && token.is("BAD_ACTION")
            && !OF_ACTIVATIONS.contains(action)
        ? Said.Token.of("BAD_KEY", "", token.status(), token.retryAfter())
        : said;
  }
}
