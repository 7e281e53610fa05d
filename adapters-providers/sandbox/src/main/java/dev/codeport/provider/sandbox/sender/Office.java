package dev.codeport.provider.sandbox.sender;

import com.google.common.base.Strings;
import com.google.common.math.LongMath;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.sender.SenderBooks.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The service's business. Everything happens under one lock; what happens to a phone is told after
 * it.
 */
final class Office {
  private static final int MOST_TICKETS = 100_000;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final SandboxSenderSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Ticket> tickets = new LinkedHashMap<>();
  private final Map<String, Ticket> byReference = new HashMap<>();
  private final Map<PhoneNumber, Deque<Instant>> sends = new LinkedHashMap<>();
  private long sent;

  Office(SandboxSenderSettings settings, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What is asked for.
   *
   * @param prefix what the ids begin with
   * @param phone as it was written
   * @param reference what is never sent twice; empty for none
   * @param code empty to have one made
   * @param text made of the code
   */
  record Wish(
      String prefix,
      String phone,
      String reference,
      String channel,
      int codeLength,
      Optional<String> code,
      Duration life,
      Function<String, String> text) {}

  sealed interface Sent {
    /**
     * @param text what has to reach the phone; nothing for one that was sent before
     */
    record Taken(Ticket.Shown ticket, Optional<String> text) implements Sent {}

    record No(Trouble trouble, Duration retryAfter) implements Sent {
      No(Trouble trouble) {
        this(trouble, Duration.ZERO);
      }
    }
  }

  sealed interface Checked {
    record Right(Ticket.Shown ticket) implements Checked {}

    record Wrong(Ticket.Shown ticket) implements Checked {}

    record No(Trouble trouble) implements Checked {}
  }

  Sent send(Wish wish) {
    return locked(
        now -> {
          var known = byReference.get(wish.reference());
          if (known != null) {
            return new Sent.Taken(known.shown(), Optional.empty());
          }
          var phone = phone(wish.phone());
          if (phone.isEmpty()) {
            return new Sent.No(Trouble.INVALID_PHONE);
          }
          if (sent >= settings.credits()) {
            return new Sent.No(Trouble.INSUFFICIENT_CREDITS);
          }
          var wait = admit(phone.get(), now);
          return wait.isPositive()
              ? new Sent.No(Trouble.RATE_LIMITED, wait)
              : send(wish, phone.get(), now);
        });
  }

  Checked check(String id, String code) {
    return locked(
        now -> {
          var ticket = tickets.get(id);
          if (ticket == null) {
            return new Checked.No(Trouble.INVALID_REQUEST_ID);
          }
          if (ticket.state == State.VERIFIED) {
            return new Checked.No(Trouble.ALREADY_VERIFIED);
          }
          if (!now.isBefore(ticket.expiresAt)) {
            return new Checked.No(Trouble.OTP_EXPIRED);
          }
          return ticket.state == State.EXHAUSTED
              ? new Checked.No(Trouble.MAX_ATTEMPTS_EXCEEDED)
              : compare(ticket, code);
        });
  }

  Optional<Ticket.Shown> find(String messageId) {
    return locked(
        now ->
            tickets.values().stream()
                .filter(ticket -> ticket.messageId.equals(messageId))
                .findFirst()
                .map(Ticket::shown));
  }

  SenderBooks books() {
    return locked(
        now -> new SenderBooks(sent, tickets.values().stream().map(Ticket::entry).toList()));
  }

  private Sent send(Wish wish, PhoneNumber phone, Instant now) {
    var code = wish.code().orElseGet(() -> newCode(wish.codeLength()));
    var ticket =
        new Ticket(
            wish.prefix() + newId(), "msg_" + newId(), wish, phone, code, now, settings.attempts());
    tickets.put(ticket.id, ticket);
    if (!wish.reference().isEmpty()) {
      byReference.put(wish.reference(), ticket);
    }
    sent++;
    forgetOldest();
    return new Sent.Taken(ticket.shown(), Optional.of(wish.text().apply(code)));
  }

  private static Checked compare(Ticket ticket, String code) {
    if (ticket.code.equals(code)) {
      ticket.state = State.VERIFIED;
      return new Checked.Right(ticket.shown());
    }
    ticket.wrong++;
    if (ticket.attemptsLeft() == 0) {
      ticket.state = State.EXHAUSTED;
    }
    return new Checked.Wrong(ticket.shown());
  }

  /** How long to wait until one more may be sent to this phone; nothing when it may. */
  private Duration admit(PhoneNumber phone, Instant now) {
    if (settings.sendsPerPhone() == 0) {
      return Duration.ZERO;
    }
    var recent = sends.computeIfAbsent(phone, number -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
      recent.removeFirst();
    }
    if (recent.size() >= settings.sendsPerPhone()) {
      return Duration.between(now, recent.getFirst().plus(WINDOW));
    }
    recent.addLast(now);
    if (sends.size() > MOST_TICKETS) {
      sends.remove(sends.keySet().iterator().next());
    }
    return Duration.ZERO;
  }

  private void forgetOldest() {
    if (tickets.size() > MOST_TICKETS) {
      var oldest = tickets.values().iterator().next();
      tickets.remove(oldest.id);
      byReference.remove(oldest.reference);
    }
  }

  private String newCode(int length) {
    return Strings.padStart(
        Long.toString(random.nextLong(LongMath.checkedPow(10, length))), length, '0');
  }

  private String newId() {
    var bytes = new byte[12];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Optional<PhoneNumber> phone(String written) {
    try {
      return Optional.of(PhoneNumber.ofDigits(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private <T> T locked(Function<Instant, T> work) {
    lock.lock();
    try {
      return work.apply(clock.instant());
    } finally {
      lock.unlock();
    }
  }
}
