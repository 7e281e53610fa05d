package dev.codeport.domain.order;

import dev.codeport.domain.code.Code;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order's SMS add up to.
 *
 * @param revision how many different SMS came before the end; 1 or more
 * @param firstAt when the first came; never moves
 * @param code the last code recognised; an SMS without one leaves it
 * @param text the text of the newest SMS
 */
public record Inbox(int revision, Instant firstAt, Optional<Code> code, String text) {
  static Inbox first(Sms sms) {
    return new Inbox(1, sms.receivedAt(), sms.code(), sms.text());
  }

  Inbox and(Sms sms) {
    return new Inbox(revision + 1, firstAt, sms.code().or(() -> code), sms.text());
  }

  Inbox erased() {
    return new Inbox(revision, firstAt, Optional.empty(), "");
  }

  @Override
  public String toString() {
    return "Inbox[" + revision + " SMS]";
  }
}
