package dev.codeport.domain.limit;

import java.time.Duration;

/** So many per so long, spread evenly; as many at once as the whole allowance. */
public record Limit(int count, Duration period) {
  public Limit {
    if (count < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a limit allows at least one in a period that lasts");
    }
  }

  public static Builder of(int count) {
    return new Builder(count);
  }

  public record Builder(int count) {
    public Limit per(Duration period) {
      return new Limit(count, period);
    }
  }

  /** How long it takes until one more is allowed again. */
  public Duration interval() {
    return period.dividedBy(count);
  }
}
