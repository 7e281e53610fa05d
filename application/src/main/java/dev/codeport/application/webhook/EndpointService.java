package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.Header;
import dev.codeport.domain.webhook.Health;
import dev.codeport.domain.webhook.StandardSecret;
import dev.codeport.domain.webhook.Style;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.domain.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

final class EndpointService implements ManageEndpoints {
  private static final int TRIES = 10;

  private final Webhooks webhooks;
  private final WebhookTransport transport;
  private final InstantSource clock;
  private final RandomGenerator random;

  EndpointService(
      Webhooks webhooks, WebhookTransport transport, InstantSource clock, RandomGenerator random) {
    this.webhooks = webhooks;
    this.transport = transport;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return webhooks.endpoints(account);
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return webhooks.endpoint(account, id);
  }

  @Override
  public Result addEndpoint(AccountId account, Optional<EndpointId> id, Description wish) {
    var there = id.flatMap(known -> webhooks.endpoint(account, known));
    if (there.isPresent()) {
      return new Saved(there.get());
    }
    return refuseUrl(wish.url())
        .or(() -> refuseHeaders(wish.headers()))
        .or(() -> refuseDescription(wish.description()))
        .<Result>map(Function.identity())
        .orElseGet(() -> add(account, id.orElseGet(() -> EndpointId.random(random)), wish));
  }

  private Result add(AccountId account, EndpointId id, Description wish) {
    var endpoint =
        new Endpoint(
            id,
            account,
            1,
            Style.STANDARD,
            wish.url(),
            Optional.of(StandardSecret.make(random)),
            Optional.empty(),
            wish.types(),
            headers(wish.headers()),
            wish.description(),
            clock.instant(),
            new Endpoint.State.Active(),
            Health.GOOD);
    return webhooks.add(endpoint, MOST_ENDPOINTS)
        ? new Saved(endpoint)
        : new NoRoom(MOST_ENDPOINTS);
  }

  @Override
  public Result changeEndpoint(AccountId account, EndpointId id, Changes changes) {
    var refused =
        changes
            .url()
            .flatMap(this::refuseUrl)
            .or(() -> changes.headers().flatMap(EndpointService::refuseHeaders))
            .or(() -> changes.description().flatMap(EndpointService::refuseDescription));
    if (refused.isPresent()) {
      return refused.get();
    }
    return changeOwn(
        account,
        id,
        kept ->
            kept.described(
                changes.url().orElse(kept.url()),
                changes.types().orElse(kept.types()),
                changes.headers().map(EndpointService::headers).orElse(kept.headers()),
                changes.description().orElse(kept.description())));
  }

  @Override
  public Result rotateSecret(
      AccountId account, EndpointId id, Optional<String> secret, Duration overlap) {
    var refused = secret.flatMap(StandardSecret::refusal);
    if (refused.isPresent()) {
      return new Refused("secret", refused.get());
    }
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      return new Refused("overlap", "must be between 0 and " + LONGEST_OVERLAP.toSeconds());
    }
    var next = secret.map(Secret::of).orElseGet(() -> StandardSecret.make(random));
    var until = clock.instant().plus(overlap);
    return changeOwn(account, id, kept -> kept.rotated(next, until));
  }

  @Override
  public Result pauseEndpoint(AccountId account, EndpointId id) {
    return change(account, id, Endpoint::paused);
  }

  @Override
  public Result resumeEndpoint(AccountId account, EndpointId id) {
    return change(account, id, Endpoint::resumed);
  }

  @Override
  public Result removeEndpoint(AccountId account, EndpointId id) {
    var kept = webhooks.endpoint(account, id);
    if (kept.filter(endpoint -> endpoint.style() == Style.SMSCODE).isPresent()) {
      return new KeptElsewhere();
    }
    return webhooks.remove(account, id) ? new Removed() : new NoSuchEndpoint();
  }

  private Result changeOwn(AccountId account, EndpointId id, Function<Endpoint, Endpoint> how) {
    var kept = webhooks.endpoint(account, id);
    return kept.filter(endpoint -> endpoint.style() == Style.SMSCODE).isPresent()
        ? new KeptElsewhere()
        : change(account, id, how);
  }

  private Result change(AccountId account, EndpointId id, Function<Endpoint, Endpoint> how) {
    for (int i = 0; i < TRIES; i++) {
      var kept = webhooks.endpoint(account, id);
      if (kept.isEmpty()) {
        return new NoSuchEndpoint();
      }
      var next = how.apply(kept.get());
      if (webhooks.replace(next)) {
        return new Saved(next);
      }
    }
    throw new IllegalStateException("endpoint " + id + " changes too fast");
  }

  private Optional<Refused> refuseUrl(String url) {
    var reason =
        url.length() > LONGEST_URL
            ? Optional.of("has more than " + LONGEST_URL + " characters")
            : transport.refusal(url);
    return reason.map(why -> new Refused("url", why));
  }

  private static Optional<Refused> refuseHeaders(Map<String, String> headers) {
    var names = new HashSet<String>();
    headers.keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    if (headers.size() > MOST_HEADERS) {
      return Optional.of(new Refused("headers", "are more than " + MOST_HEADERS));
    }
    if (names.size() < headers.size()) {
      return Optional.of(new Refused("headers", "name one header twice"));
    }
    return headers.entrySet().stream()
        .flatMap(header -> Header.refusal(header.getKey(), header.getValue()).stream())
        .findFirst()
        .map(why -> new Refused("headers", why));
  }

  private static Optional<Refused> refuseDescription(String description) {
    return description.length() > LONGEST_DESCRIPTION
        ? Optional.of(
            new Refused("description", "has more than " + LONGEST_DESCRIPTION + " characters"))
        : Optional.empty();
  }

  private static List<Header> headers(Map<String, String> wished) {
    return wished.entrySet().stream()
        .map(header -> new Header(header.getKey(), Secret.of(header.getValue())))
        .toList();
  }
}
