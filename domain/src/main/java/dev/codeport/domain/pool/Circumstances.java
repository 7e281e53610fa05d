package dev.codeport.domain.pool;

import dev.codeport.domain.id.ProviderId;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a choice of routes depends on beside the routes themselves.
 *
 * @param vendors how they stand now; one that is not among them stands well
 * @param random chance, as far as a policy leaves something to it
 */
public record Circumstances(
    Balance balance, Map<ProviderId, Standing> vendors, RandomGenerator random) {
  public Circumstances {
    vendors = Map.copyOf(vendors);
  }

  public static Circumstances usual(RandomGenerator random) {
    return new Circumstances(Balance.STANDARD, Map.of(), random);
  }

  /** Whether the route's vendor is not asked at present, because it did not answer. */
  public boolean isShut(Route route) {
    return standing(route).isShut();
  }

  boolean isToBeSpent(Route route) {
    return standing(route).isOverLimit();
  }

  private Standing standing(Route route) {
    return vendors.getOrDefault(route.tier().key().provider(), Standing.WELL);
  }
}
