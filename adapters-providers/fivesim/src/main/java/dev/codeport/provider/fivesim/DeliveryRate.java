package dev.codeport.provider.fivesim;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
  private static final List<Duration> TELLING =
      List.of(Duration.ofHours(24), Duration.ofHours(72), Duration.ofHours(168));

  public DeliveryRate {
    byWindow = Map.copyOf(byWindow);
  }

  /** The share of the last day, or of the next longer time in which somebody bought; 0 to 1. */
  Optional<Double> share() {
    return TELLING.stream()
        .flatMap(window -> Optional.ofNullable(byWindow.get(window)).stream())
        .findFirst()
        .or(() -> overall)
        .map(rate -> rate.doubleValue() / 100)
        .filter(share -> share >= 0 && share <= 1);
  }
}
