package dev.codeport.domain.pool;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import java.time.Duration;
import java.util.Set;

/**
 * What is known of a vendor before it is asked anything.
 *
 * @param dialect the protocol's name, such as {@code handlerapi}
 * @param minimumCancelAge how long a lease must be kept before the vendor takes it back; zero when
 *     at once
 * @param lifetime how long a lease lasts when the vendor does not say
 */
public record ProviderProfile(
    ProviderId id,
    String dialect,
    Currency currency,
    Duration minimumCancelAge,
    Duration lifetime,
    Set<Power> powers) {
  public ProviderProfile {
    powers = Set.copyOf(powers);
  }

  public boolean can(Power power) {
    return powers.contains(power);
  }
}
