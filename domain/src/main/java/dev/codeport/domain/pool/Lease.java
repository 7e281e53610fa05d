package dev.codeport.domain.pool;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A number that a vendor keeps for us.
 *
 * @param cost what the vendor took, in its currency
 * @param expiresAt until when
 * @param cancelableFrom from when the vendor takes it back
 * @param canAnother whether a further code may be asked for
 * @param canReactivate whether the number can be had again after it was finished
 * @param operator the operator's code when the vendor told it
 */
public record Lease(
    LeaseRef ref,
    PhoneNumber phone,
    Money cost,
    Instant expiresAt,
    Instant cancelableFrom,
    boolean canAnother,
    boolean canReactivate,
    Optional<String> operator) {

  /** Without the number. */
  public Lease erased() {
    return new Lease(
        ref,
        PhoneNumber.ERASED,
        cost,
        expiresAt,
        cancelableFrom,
        canAnother,
        canReactivate,
        operator);
  }
}
