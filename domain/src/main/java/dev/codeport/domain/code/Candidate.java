package dev.codeport.domain.code;

/**
 * Something in a message that looked like a code, and what became of it.
 *
 * @param value the form in which it would have been handed out
 * @param reason why it was taken or passed over, in short stable words such as {@code money} or
 *     {@code labelled}
 * @param score how well the words around it speak for a code; comparable within one message only,
 *     and zero for what was passed over by its shape or neighbours
 */
public record Candidate(String value, String reason, int score) {

  /** Masked: the value may be a code. */
  @Override
  public String toString() {
    return "Candidate[value=…, reason=" + reason + ", score=" + score + "]";
  }
}
