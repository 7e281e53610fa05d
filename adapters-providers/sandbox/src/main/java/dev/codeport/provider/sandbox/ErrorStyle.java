package dev.codeport.provider.sandbox;

/** Which of the two families of {@code handler_api} speakers a sandbox vendor belongs to. */
public enum ErrorStyle {
  /** As SMS-Activate did: status 200 whatever happens, an error is one line of text. */
  TOKEN,
  /**
   * As HeroSMS does: an error is an HTTP status with a JSON document, only {@code NO_NUMBERS} stays
   * a line of text; some actions are missing, others differ in form.
   */
  HTTP_JSON
}
