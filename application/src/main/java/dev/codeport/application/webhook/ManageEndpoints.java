package dev.codeport.application.webhook;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * An account's webhook endpoints. The one that the SMSCode API keeps is shown, paused and resumed
 * here as well, but described, rotated and removed there only.
 */
public interface ManageEndpoints {
  /** As many of our own API's an account may have. */
  int MOST_ENDPOINTS = 16;

  int MOST_HEADERS = 8;
  int LONGEST_URL = 2048;
  int LONGEST_DESCRIPTION = 200;
  Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** The oldest first. */
  List<Endpoint> endpoints(AccountId account);

  Optional<Endpoint> endpoint(AccountId account, EndpointId id);

  /**
   * A secret is made.
   *
   * @param id what it is to be; when there is one of this id already, that is the answer
   */
  Result addEndpoint(AccountId account, Optional<EndpointId> id, Description description);

  /** Changes what is present. */
  Result changeEndpoint(AccountId account, EndpointId id, Changes changes);

  /**
   * A new secret; the old one signs beside it for a while.
   *
   * @param secret the new one; empty to have one made
   * @param overlap how long, at most seven days; zero for not at all
   */
  Result rotateSecret(AccountId account, EndpointId id, Optional<String> secret, Duration overlap);

  /** Events are kept for it until it is resumed. */
  Result pauseEndpoint(AccountId account, EndpointId id);

  /** Ends a pause, or what disabled it; what has waited is sent. */
  Result resumeEndpoint(AccountId account, EndpointId id);

  Result removeEndpoint(AccountId account, EndpointId id);

  static ManageEndpoints over(
      Webhooks webhooks, WebhookTransport transport, InstantSource clock, RandomGenerator random) {
    return new EndpointService(webhooks, transport, clock, random);
  }

  /**
   * @param types what it is to hear of; empty for everything
   * @param headers to be sent along, by name
   */
  record Description(
      String url, Set<Event.Type> types, Map<String, String> headers, String description) {}

  record Changes(
      Optional<String> url,
      Optional<Set<Event.Type>> types,
      Optional<Map<String, String>> headers,
      Optional<String> description) {}

  sealed interface Result {}

  record Saved(Endpoint endpoint) implements Result {}

  record Removed() implements Result {}

  record Refused(String field, String reason) implements Result {}

  record NoSuchEndpoint() implements Result {}

  /** The account has as many as it may. */
  record NoRoom(int most) implements Result {}

  /** It is the SMSCode API's. */
  record KeptElsewhere() implements Result {}
}
