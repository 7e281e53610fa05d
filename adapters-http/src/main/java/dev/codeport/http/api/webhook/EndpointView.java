package dev.codeport.http.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Header;
import dev.codeport.http.api.Shown;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook endpoint. Of headers only the names are shown.
 *
 * @param types all that it hears of
 * @param formerSecretUntil until when the secret before signs as well
 * @param secret only when it was made just now
 */
record EndpointView(
    String id,
    String style,
    String url,
    List<String> types,
    List<String> headers,
    String description,
    String state,
    @Nullable String disabledAt,
    @Nullable String disabledReason,
    int failures,
    @Nullable String failingSince,
    @Nullable String formerSecretUntil,
    String createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
  static EndpointView of(Endpoint endpoint) {
    return of(endpoint, null);
  }

  static EndpointView withSecret(Endpoint endpoint) {
    return of(endpoint, endpoint.secret().map(Secret::reveal).orElse(null));
  }

  private static EndpointView of(Endpoint endpoint, @Nullable String secret) {
    var disabled =
        endpoint.state() instanceof Endpoint.State.Disabled off
            ? Optional.of(off)
            : Optional.<Endpoint.State.Disabled>empty();
    return new EndpointView(
        endpoint.id().value(),
        endpoint.style().name().toLowerCase(Locale.ROOT),
        endpoint.url(),
        names(endpoint.hears()),
        endpoint.headers().stream().map(Header::name).sorted().toList(),
        endpoint.description(),
        word(endpoint.state()),
        Shown.time(disabled.map(Endpoint.State.Disabled::at)),
        disabled.map(Endpoint.State.Disabled::reason).orElse(null),
        endpoint.health().failures(),
        Shown.time(endpoint.health().failingSince()),
        Shown.time(endpoint.former().map(Endpoint.Former::until)),
        Shown.time(endpoint.createdAt()),
        secret);
  }

  private static List<String> names(Collection<Event.Type> types) {
    return types.stream().sorted().map(Event.Type::publicName).toList();
  }

  private static String word(Endpoint.State state) {
    return switch (state) {
      case Endpoint.State.Active active -> "active";
      case Endpoint.State.Paused paused -> "paused";
      case Endpoint.State.Disabled disabled -> "disabled";
    };
  }
}
