package dev.codeport.domain.id;

/** A customer's account; 1 to 2^31-1. */
public record AccountId(int value) {
  public AccountId {
    if (value < 1) {
      throw new IllegalArgumentException("an account id is positive");
    }
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
