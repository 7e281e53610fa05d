package dev.codeport.domain.verification;

import dev.codeport.domain.phone.PhoneNumber;
import java.time.Duration;

/**
 * A text on its way. Prints itself without the text: there is a code in it.
 *
 * @param reference our unique name for this send; the same when the same send is asked for again
 * @param code what the text is about, for a service that writes its own words around it
 * @param text to be handed over byte for byte, no line end added
 * @param life after which it need not arrive any more
 */
public record TextMessage(
    String reference, PhoneNumber to, OneTimeCode code, String text, Duration life) {
  @Override
  public String toString() {
    return "TextMessage[" + reference + ", " + to + "]";
  }
}
