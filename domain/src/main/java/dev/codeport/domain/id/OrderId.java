package dev.codeport.domain.id;

/** An order; positive. */
public record OrderId(long value) implements Comparable<OrderId> {
  public OrderId {
    if (value < 1) {
      throw new IllegalArgumentException("an order id is positive");
    }
  }

  @Override
  public int compareTo(OrderId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
