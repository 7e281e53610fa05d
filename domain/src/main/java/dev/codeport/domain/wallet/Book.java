package dev.codeport.domain.wallet;

/** The books between which money moves. The first two are kept per account, the others once. */
public enum Book {
  /** What the customer may spend. */
  AVAILABLE,
  /** What is held for orders that have no SMS yet. */
  HELD,
  /** Where top-ups come from. */
  FUNDING,
  /** What was earned. */
  REVENUE,
  /** The other side of corrections. */
  ADJUSTMENT,
  /** What we owe or paid a vendor, in its currency. */
  VENDOR,
  /** What was paid to a vendor for nothing, in its currency. */
  LEAK;

  /** Whether it counts as an account's own money. */
  public boolean isCustomers() {
    return this == AVAILABLE || this == HELD;
  }
}
