package dev.codeport.application.routing;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Balance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What the operator decides about routing.
 *
 * @param balance how the policy that weighs success, price and speed does it
 * @param halfLife after which an outcome counts half as much; above zero
 * @param mostAtVendor how much of our money is to lie at a vendor at most, in its currency
 */
public record RoutingSettings(
    Balance balance, Duration halfLife, Map<ProviderId, BigDecimal> mostAtVendor) {
  public static final RoutingSettings STANDARD =
      new RoutingSettings(Balance.STANDARD, Duration.ofHours(6), Map.of());

  public RoutingSettings {
    mostAtVendor = Map.copyOf(mostAtVendor);
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException("a half-life is above zero");
    }
  }
}
