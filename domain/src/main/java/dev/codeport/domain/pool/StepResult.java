package dev.codeport.domain.pool;

/** How a step on a lease that costs nothing came out: finishing it, asking for another code. */
public sealed interface StepResult {
  record Done() implements StepResult {}

  record Refused(String detail) implements StepResult {}

  /** No answer, or a fault: may be asked again. */
  record Unavailable(String detail) implements StepResult {}
}
