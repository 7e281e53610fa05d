package dev.codeport.bootstrap.faultrun;

/** What a vendor is asked for. */
enum Place {
  /** A number. */
  BUY,
  /** How one number stands. */
  STATUS,
  /** What numbers we have or had. */
  LIST,
  /** To take a number back. */
  CANCEL,
  /** That a number is done with, or for one more code. */
  STEP,
  /** Prices, stock, names, and our balance. */
  SHELF
}
