package dev.codeport.domain.catalog;

/**
 * A mobile operator.
 *
 * @param code as vendors write it, lower case: {@code telkomsel}
 */
public record Operator(OperatorId id, String code) {
  /** The code with a capital letter, for people. */
  public String name() {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }
}
