package dev.codeport.domain.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an account wants its order events sent.
 *
 * @param url an https address of at most 2048 characters
 * @param secret signs what is sent; without one it goes unsigned
 * @param disabledAt since when nothing is sent because too many deliveries failed
 * @param failures how many failed one after another
 */
public record WebhookSettings(
    Optional<String> url,
    Optional<Secret> secret,
    Optional<Instant> disabledAt,
    Optional<String> disabledReason,
    int failures) {
  public static final WebhookSettings NONE =
      new WebhookSettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** The same address and secret, told to be working again. */
  public static WebhookSettings of(Optional<String> url, Optional<Secret> secret) {
    return new WebhookSettings(url, secret, Optional.empty(), Optional.empty(), 0);
  }

  /** What an endpoint of this style amounts to. */
  public static WebhookSettings of(Endpoint endpoint) {
    var disabled =
        endpoint.state() instanceof Endpoint.State.Disabled off
            ? Optional.of(off)
            : Optional.<Endpoint.State.Disabled>empty();
    return new WebhookSettings(
        Optional.of(endpoint.url()),
        endpoint.secret(),
        disabled.map(Endpoint.State.Disabled::at),
        disabled.map(Endpoint.State.Disabled::reason),
        endpoint.health().failures());
  }

  /** The endpoint that these settings make, once there is an address. */
  public Optional<Endpoint> endpoint(AccountId account, long revision) {
    return url.map(
        address ->
            new Endpoint(
                EndpointId.smscode(account),
                account,
                revision,
                Style.SMSCODE,
                address,
                secret,
                Optional.empty(),
                Set.of(),
                List.of(),
                "",
                Instant.EPOCH,
                state(),
                new Health(failures, Optional.empty())));
  }

  private Endpoint.State state() {
    return disabledAt.isPresent()
        ? new Endpoint.State.Disabled(disabledAt.get(), disabledReason.orElse(""))
        : new Endpoint.State.Active();
  }
}
