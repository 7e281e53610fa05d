package dev.codeport.domain.pool;

/** What a vendor can do beyond renting a number, being asked for its SMS, and taking it back. */
public enum Power {
  /** Numbers of a chosen operator. */
  OPERATORS,
  /** One more code on the same lease. */
  ANOTHER_CODE,
  /** The same number once more, as a new lease, after the first was finished. */
  REACTIVATE,
  /** A list of what it holds for us, from which a lost answer can be found again. */
  HOLDINGS,
  /** That list shows what has ended too, and how. */
  HISTORY
}
