package dev.codeport.domain.fraud;

/** What follows when a rule finds something. */
public enum Mode {
  /** The rule is not asked. */
  OFF,
  /** It is only kept. */
  RECORD,
  BLOCK
}
