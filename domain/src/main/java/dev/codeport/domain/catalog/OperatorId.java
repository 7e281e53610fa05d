package dev.codeport.domain.catalog;

/** A mobile operator, as allotted by this deployment; 1 to 2^31-1. */
public record OperatorId(int value) {
  public OperatorId {
    if (value < 1) {
      throw new IllegalArgumentException("an operator id is positive");
    }
  }
}
