package dev.codeport.domain.pool;

/**
 * How often a code arrived: so many of so many numbers.
 *
 * @param total numbers that brought an SMS, or were waited for and brought none; not negative
 * @param arrived those with an SMS, at most {@code total}
 */
public record Success(int arrived, int total) {
  public static final Success NONE = new Success(0, 0);

  public Success {
    if (arrived < 0 || arrived > total) {
      throw new IllegalArgumentException("arrived is 0 to total");
    }
  }

  /**
   * The lower end of the Wilson score interval at 95 %, 0 to 1: what can be relied on after so many
   * numbers. Without any it is 0.
   */
  public double lowerBound() {
    return Wilson.lowerBound(arrived, total);
  }
}
