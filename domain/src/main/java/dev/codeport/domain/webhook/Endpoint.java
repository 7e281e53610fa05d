package dev.codeport.domain.webhook;

import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An address to which an account's events are sent.
 *
 * @param revision 1 when it is added, one more with every change by people or by disabling; storage
 *     takes a state only on top of the one before
 * @param url at most 2048 characters
 * @param secret signs what is sent; without one it goes unsigned
 * @param former signs as well, for those who have not heard of the new one yet
 * @param types what it hears of; empty for everything its style may hear of
 * @param description what its owner calls it, at most 200 characters
 */
public record Endpoint(
    EndpointId id,
    AccountId account,
    long revision,
    Style style,
    String url,
    Optional<Secret> secret,
    Optional<Former> former,
    Set<Event.Type> types,
    List<Header> headers,
    String description,
    Instant createdAt,
    State state,
    Health health) {
  /** After so many deliveries given up in a row an SMSCode webhook is disabled. */
  public static final int MOST_FAILURES = 10;

  /** After so long without a single success an endpoint is disabled. */
  public static final Duration LONGEST_SILENCE = Duration.ofDays(5);

  public static final String GONE = "gone";
  public static final String FAILED_TOO_OFTEN = "consecutive_failed_user_endpoint";
  public static final String FAILED_TOO_LONG = "failed_for_five_days";

  /**
   * @param until signs no more from then on
   */
  public record Former(Secret secret, Instant until) {}

  /** Whether it is sent anything. */
  public sealed interface State {
    record Active() implements State {}

    /** Events are kept for it, and sent when it is resumed. */
    record Paused() implements State {}

    /** No delivery begins; what waits goes on waiting. */
    record Disabled(Instant at, String reason) implements State {}
  }

  public Endpoint {
    types = Set.copyOf(types);
    headers = List.copyOf(headers);
  }

  /** All that it hears of. */
  public Set<Event.Type> hears() {
    return types.isEmpty() ? style.types() : types;
  }

  /** What signs now, the newest first. */
  public List<Secret> secretsAt(Instant now) {
    var secrets = new ArrayList<Secret>();
    secret.ifPresent(secrets::add);
    former.filter(old -> old.until().isAfter(now)).ifPresent(old -> secrets.add(old.secret()));
    return secrets;
  }

  /** With a new secret; the one before signs beside it until then. */
  public Endpoint rotated(Secret next, Instant until) {
    return new Endpoint(
        id,
        account,
        revision + 1,
        style,
        url,
        Optional.of(next),
        secret.map(old -> new Former(old, until)),
        types,
        headers,
        description,
        createdAt,
        state,
        health);
  }

  /** Described anew. */
  public Endpoint described(
      String newUrl, Set<Event.Type> newTypes, List<Header> newHeaders, String newDescription) {
    return new Endpoint(
        id,
        account,
        revision + 1,
        style,
        newUrl,
        secret,
        former,
        newTypes.isEmpty() ? newTypes : EnumSet.copyOf(newTypes),
        newHeaders,
        newDescription,
        createdAt,
        state,
        health);
  }

  public Endpoint paused() {
    return inState(new State.Paused(), health);
  }

  /** Active again, and told to be well. */
  public Endpoint resumed() {
    return inState(new State.Active(), Health.GOOD);
  }

  public Endpoint disabled(String reason, Instant now) {
    return inState(new State.Disabled(now, reason), health);
  }

  /** Why it is to be sent nothing any more, after an attempt that left it so. */
  public Optional<String> disabling(Health left, boolean gone, Instant now) {
    if (gone) {
      return Optional.of(GONE);
    }
    return switch (style) {
      case SMSCODE ->
          left.failures() >= MOST_FAILURES ? Optional.of(FAILED_TOO_OFTEN) : Optional.empty();
      case STANDARD ->
          left.failingSince()
              .filter(since -> !since.plus(LONGEST_SILENCE).isAfter(now))
              .map(since -> FAILED_TOO_LONG);
    };
  }

  /** The same, doing otherwise: no change of the endpoint itself. */
  public Endpoint withHealth(Health next) {
    return new Endpoint(
        id,
        account,
        revision,
        style,
        url,
        secret,
        former,
        types,
        headers,
        description,
        createdAt,
        state,
        next);
  }

  private Endpoint inState(State next, Health nextHealth) {
    return new Endpoint(
        id,
        account,
        revision + 1,
        style,
        url,
        secret,
        former,
        types,
        headers,
        description,
        createdAt,
        next,
        nextHealth);
  }
}
