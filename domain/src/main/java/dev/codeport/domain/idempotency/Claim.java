package dev.codeport.domain.idempotency;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.VerificationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key taken for a request, and the orders or the verification it stands for. How far the request
 * has come is not written here: they say it.
 */
public record Claim(
    IdempotencyKey key,
    Fingerprint fingerprint,
    List<OrderId> orders,
    Optional<VerificationId> verification,
    Instant at) {
  public Claim {
    orders = List.copyOf(orders);
  }

  public Claim(IdempotencyKey key, Fingerprint fingerprint, List<OrderId> orders, Instant at) {
    this(key, fingerprint, orders, Optional.empty(), at);
  }

  public static Claim of(
      IdempotencyKey key, Fingerprint fingerprint, VerificationId verification, Instant at) {
    return new Claim(key, fingerprint, List.of(), Optional.of(verification), at);
  }
}
