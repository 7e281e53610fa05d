package dev.codeport.bootstrap.faultrun;

/**
 * Something that should not be.
 *
 * @param invariant which promise it breaks, as I1 to I14
 * @param what with the order, the vendor and the attempt
 */
record Finding(String invariant, String what) {
  @Override
  public String toString() {
    return invariant + ": " + what;
  }
}
