package dev.codeport.memory;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.webhook.Claimed;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.DeliveryAttempt;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One delivery, and all that was tried. */
final class Mail {
  private final List<DeliveryAttempt> attempts = new ArrayList<>();
  private Delivery delivery;
  private int fence;

  Mail(Endpoint endpoint, Outbox.Numbered event, Instant now) {
    delivery =
        new Delivery(
            endpoint.account(),
            endpoint.id(),
            event,
            Delivery.State.PENDING,
            false,
            0,
            now,
            Optional.empty());
  }

  Delivery delivery() {
    return delivery;
  }

  List<DeliveryAttempt> attempts() {
    return List.copyOf(attempts);
  }

  boolean isDue(Instant now) {
    return isPending() && !delivery.dueAt().isAfter(now);
  }

  Claimed claim(Endpoint endpoint, Instant until) {
    fence++;
    delivery = moved(Delivery.State.PENDING, true, delivery.tries(), until, Optional.empty());
    return new Claimed(delivery, endpoint, attempts.size(), fence);
  }

  boolean isHeldBy(Claimed claimed) {
    return isPending() && fence == claimed.fence();
  }

  void record(DeliveryAttempt attempt, Next next) {
    attempts.add(attempt);
    var tries = delivery.tries() + 1;
    var due = delivery.dueAt();
    var ended = Optional.of(attempt.at().plus(attempt.took()));
    delivery =
        switch (next) {
          case Next.Delivered d -> moved(Delivery.State.DELIVERED, false, tries, due, ended);
          case Next.Retry r ->
              moved(Delivery.State.PENDING, false, tries, r.at(), Optional.empty());
          case Next.GivenUp g -> moved(Delivery.State.FAILED, false, tries, due, ended);
        };
  }

  /** Answers whether it is not being sent at this moment. */
  boolean begin(Instant now) {
    if (delivery.sending() && delivery.dueAt().isAfter(now)) {
      return false;
    }
    fence++;
    delivery = moved(Delivery.State.PENDING, false, 0, now, Optional.empty());
    return true;
  }

  private boolean isPending() {
    return delivery.state() == Delivery.State.PENDING;
  }

  private Delivery moved(
      Delivery.State state, boolean sending, int tries, Instant due, Optional<Instant> ended) {
    return new Delivery(
        delivery.account(),
        delivery.endpoint(),
        delivery.event(),
        state,
        sending,
        tries,
        due,
        ended);
  }
}
