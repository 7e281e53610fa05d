package dev.codeport.http.api;

import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;

/** What sandbox senders brought to phones that do not exist. No real SMS is involved. */
public interface PhoneDoor {
  /** The newest first. */
  List<Arrived> messages(PhoneNumber phone);

  /**
   * @param sender by which it came
   * @param text as the phone would show it
   */
  record Arrived(String sender, String text, Instant at) {}
}
