package dev.codeport.http.api.webhook;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Once;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.api.Shown;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What signs: shown, and replaced by another. */
final class SecretEndpoints {
  private static final long USUAL_OVERLAP = Duration.ofDays(1).toSeconds();
  private static final int LONGEST_SECRET = 256;

  private final ManageEndpoints endpoints;
  private final Once once;

  SecretEndpoints(ManageEndpoints endpoints, Once once) {
    this.endpoints = endpoints;
    this.once = once;
  }

  Reply show(Customer customer, Request request) {
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            endpoints
                .endpoint(customer.account(), id)
                .map(endpoint -> Reply.json(200, SecretView.of(endpoint)))
                .orElseGet(WebhookPaths::notFound));
  }

  /** A repetition under the same key is shown the secret that is there, and makes no other. */
  Reply rotate(Customer customer, Request request) {
    var key = RequestKey.of(request);
    var fields = WebhookPaths.fields(request, Set.of("secret", "overlap_seconds"));
    var secret = fields.optionalText("secret", LONGEST_SECRET);
    var overlap = fields.optionalInt64("overlap_seconds").orElse(USUAL_OVERLAP);
    return WebhookPaths.ofEndpoint(
        request,
        id ->
            once.run(
                customer.account(),
                key.meaning("rotate webhook", id.toString(), secret.toString(), overlap + ""),
                List.of(),
                claim -> Optional.of(show(customer, request)),
                () ->
                    EndpointReply.of(
                        endpoints.rotateSecret(customer.account(), id, secret, seconds(overlap)),
                        rotated -> Reply.json(200, SecretView.of(rotated)))));
  }

  /** What is far out of bounds is refused as what is just out of bounds is. */
  private static Duration seconds(long overlap) {
    var most = ManageEndpoints.LONGEST_OVERLAP.toSeconds() + 1;
    return Duration.ofSeconds(Math.clamp(overlap, -1L, most));
  }

  /**
   * @param formerSecretUntil until when the secret before signs as well
   */
  record SecretView(@Nullable String secret, @Nullable String formerSecretUntil) {
    static SecretView of(Endpoint endpoint) {
      return new SecretView(
          endpoint.secret().map(Secret::reveal).orElse(null),
          Shown.time(endpoint.former().map(Endpoint.Former::until)));
    }
  }
}
