package dev.codeport.domain.pool;

/**
 * How often a code arrived.
 *
 * @param total orders that ended or had an SMS, not negative
 * @param arrived those with an SMS, at most {@code total}
 */
public record Success(int arrived, int total) {
  private static final double Z = 1.96;

  public static final Success NONE = new Success(0, 0);

  public Success {
    if (arrived < 0 || arrived > total) {
      throw new IllegalArgumentException("arrived is 0 to total");
    }
  }

  /**
   * The lower end of the Wilson score interval at 95 %, 0 to 1: what can be relied on after so many
   * orders. With no order at all it is 0.
   */
  public double lowerBound() {
    if (total == 0) {
      return 0;
    }
    double n = total;
    double p = arrived / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt((p * (1 - p) + Z * Z / (4 * n)) / n);
    return Math.max(0, (centre - spread) / (1 + Z * Z / n));
  }
}
