package dev.codeport.domain.pool;

import java.time.Instant;
import java.util.Optional;

/**
 * An SMS as a vendor shows it.
 *
 * @param key tells it from the other SMS of the same lease and stays the same however often it is
 *     shown: the vendor's id of the message, else made of text and time; 1 to 200 characters
 * @param text the whole text, or only the code where the vendor does not give more
 * @param code what the vendor takes for the code
 * @param receivedAt the vendor's time, if it tells
 */
public record UpstreamSms(
    String key, String text, Optional<String> code, Optional<Instant> receivedAt) {
  public UpstreamSms {
    if (key.isEmpty() || key.length() > 200) {
      throw new IllegalArgumentException("an SMS key has 1 to 200 characters");
    }
  }

  @Override
  public String toString() {
    return "UpstreamSms[" + text.length() + " characters]";
  }
}
