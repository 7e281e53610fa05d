package dev.codeport.domain.order;

import java.time.Instant;

/** What is to become of a number on which nothing came yet. An SMS wins over all of it. */
public sealed interface Plan {
  Plan WAIT = new Wait();

  /** It is waited for until its time is over. */
  record Wait() implements Plan {}

  /** The customer wants it canceled, from then on, when the vendor will allow it. */
  record CancelAt(Instant at) implements Plan {}

  /** The vendor is being asked since then to take it back, because the customer wants it. */
  record Canceling(Instant since) implements Plan {}

  /** Another number is looked for from then on. */
  record MoveAt(Instant at) implements Plan {}

  /** The vendor is being asked since then to take it back, in favour of another number. */
  record Leaving(Instant since) implements Plan {}
}
