package dev.codeport.http.api;

import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.domain.pool.Success;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How often a code arrived lately.
 *
 * @param rate of {@code sample}, a decimal; none without a sample
 * @param atLeast what can be relied on after so many (Wilson, 95 %)
 * @param window how far it looks back, in seconds
 */
public record SuccessView(
    int arrived, int sample, @Nullable String rate, String atLeast, long window) {
  public static SuccessView of(Success success) {
    return new SuccessView(
        success.arrived(),
        success.total(),
        success.total() == 0
            ? null
            : BigDecimal.valueOf(success.arrived())
                .divide(BigDecimal.valueOf(success.total()), 3, RoundingMode.HALF_UP)
                .toPlainString(),
        BigDecimal.valueOf(success.lowerBound()).setScale(3, RoundingMode.FLOOR).toPlainString(),
        ReadSuccess.WINDOW.toSeconds());
  }
}
