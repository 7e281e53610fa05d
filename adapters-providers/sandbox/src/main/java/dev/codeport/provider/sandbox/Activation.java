package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.Books.State;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A number given to the buyer for a while. Changed only by the {@link Desk} under its lock. */
final class Activation {
  final long id;
  final Shelf shelf;
  final PhoneNumber phone;
  final Money cost;
  final Optional<String> operator;
  final Optional<String> reference;
  final Instant startedAt;
  final Instant endsAt;
  final List<Sms> messages = new ArrayList<>();
  State state = State.WAITING;
  boolean refunded;
  boolean duplicates;
  int cancels;

  /** An SMS as the vendor shows it. */
  record Sms(long id, String text, Optional<String> code, Instant at) {}

  Activation(
      long id,
      Shelf shelf,
      PhoneNumber phone,
      Money cost,
      Optional<String> operator,
      Optional<String> reference,
      Instant startedAt,
      Instant endsAt) {
    this.id = id;
    this.shelf = shelf;
    this.phone = phone;
    this.cost = cost;
    this.operator = operator;
    this.reference = reference;
    this.startedAt = startedAt;
    this.endsAt = endsAt;
  }

  Land land() {
    return shelf.land();
  }

  Service service() {
    return shelf.service();
  }

  Books.Entry entry() {
    return new Books.Entry(
        Long.toString(id),
        service().code(),
        land().code(),
        operator,
        phone,
        cost,
        state,
        refunded,
        messages.size(),
        cancels,
        reference,
        startedAt);
  }

  /** As it stands now, for writing it down outside the lock. */
  Shown shown() {
    return new Shown(entry(), endsAt, List.copyOf(messages));
  }

  record Shown(Books.Entry entry, Instant endsAt, List<Sms> messages) {
    Optional<Sms> last() {
      return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
    }
  }
}
