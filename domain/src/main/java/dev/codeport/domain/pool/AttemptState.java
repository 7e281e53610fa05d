package dev.codeport.domain.pool;

/** What became of something asked of a vendor. */
public enum AttemptState {
  /** Committed, about to be asked or being asked. */
  ASKING,
  /** The vendor gave a number, and the order took it. */
  LEASED,
  /** The vendor gave none. */
  REFUSED,
  /** The answer got lost. */
  UNKNOWN,
  /** The answer got lost, the number was found at the vendor, and the order took it. */
  ADOPTED,
  /** The number was given back without cost. */
  CANCELED,
  /** The vendor took money for nothing the customer had of it. */
  LEAKED;

  /** Whether it is not yet known whether the vendor holds a number. */
  public boolean isOpen() {
    return this == ASKING || this == UNKNOWN;
  }
}
