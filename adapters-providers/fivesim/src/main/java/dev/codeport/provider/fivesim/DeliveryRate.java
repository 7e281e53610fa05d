package dev.codeport.provider.fivesim;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How many of a hundred orders had their SMS, as the vendor says.
 *
 * @param overall the vendor's own summary
 * @param byWindow over how long it looked back; a window in which nobody bought is missing, which
 *     is not the same as zero
 */
public record DeliveryRate(Optional<BigDecimal> overall, Map<Duration, BigDecimal> byWindow) {
  public DeliveryRate {
    byWindow = Map.copyOf(byWindow);
  }
}
