package dev.codeport.provider.sandbox.sender;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.sender.SenderBooks.Entry;
import dev.codeport.provider.sandbox.sender.SenderBooks.State;
import java.time.Instant;

/** One message that was sent, with the code in it. Changed only under the {@link Office}'s lock. */
final class Ticket {
  final String id;
  final String messageId;
  final String reference;
  final PhoneNumber phone;
  final String channel;
  final String code;
  final Instant sentAt;
  final Instant expiresAt;
  final int attempts;
  int wrong;
  State state = State.PENDING;

  Ticket(
      String id,
      String messageId,
      Office.Wish wish,
      PhoneNumber phone,
      String code,
      Instant sentAt,
      int attempts) {
    this.id = id;
    this.messageId = messageId;
    this.reference = wish.reference();
    this.phone = phone;
    this.channel = wish.channel();
    this.code = code;
    this.sentAt = sentAt;
    this.expiresAt = sentAt.plus(wish.life());
    this.attempts = attempts;
  }

  int attemptsLeft() {
    return attempts - wrong;
  }

  Entry entry() {
    return new Entry(id, reference, phone, sentAt, state, wrong);
  }

  /** As it stands now. */
  Shown shown() {
    return new Shown(id, messageId, phone, channel, expiresAt, attemptsLeft());
  }

  record Shown(
      String id,
      String messageId,
      PhoneNumber phone,
      String channel,
      Instant expiresAt,
      int attemptsLeft) {
    /** Whether it is somebody else's text that was carried. */
    boolean isText() {
      return id.startsWith(StartMessaging.TEXT);
    }
  }
}
