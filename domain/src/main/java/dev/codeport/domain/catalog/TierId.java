package dev.codeport.domain.catalog;

/** A tier, as allotted by this deployment; 1 to 2^31-1; never given to another tier. */
public record TierId(int value) {
  public TierId {
    if (value < 1) {
      throw new IllegalArgumentException("a tier id is positive");
    }
  }
}
