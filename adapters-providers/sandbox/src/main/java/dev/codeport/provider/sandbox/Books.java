package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sandbox vendor says truly happened, as of one moment.
 *
 * @param opening the balance at the start
 * @param balance the balance now
 * @param activations every one it ever gave, oldest first
 */
public record Books(Money opening, Money balance, List<Entry> activations) {
  public Books {
    activations = List.copyOf(activations);
  }

  public enum State {
    /** No SMS yet. */
    WAITING,
    /** Has an SMS. */
    RECEIVED,
    /** Had an SMS, waits for one more. */
    RETRY,
    /** Ended after an SMS, by us or by time. */
    FINISHED,
    /** Given back. */
    CANCELED,
    /** Ended by time without an SMS. */
    EXPIRED;

    public boolean isOpen() {
      return this == WAITING || this == RECEIVED || this == RETRY;
    }
  }

  /**
   * @param service the platform's code on the wire; so with {@code country}
   * @param cost what it took, given back or not
   * @param smsSent how many SMS it showed
   * @param reference what the buyer called it, if it did
   * @param cancels how often giving it back was accepted: never more than once
   */
  public record Entry(
      String id,
      String service,
      String country,
      Optional<String> operator,
      PhoneNumber phone,
      Money cost,
      State state,
      boolean refunded,
      int smsSent,
      int cancels,
      Optional<String> reference,
      Instant startedAt) {}

  public Optional<Entry> find(String id) {
    return activations.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** What the activations cost that were not refunded. */
  public Money taken() {
    return activations.stream()
        .filter(entry -> !entry.refunded())
        .map(Entry::cost)
        .reduce(Money.zero(opening.currency()), Money::plus);
  }

  /** Whether the balance is what the activations make of it. */
  public boolean balanced() {
    return opening.minus(taken()).equals(balance);
  }
}
