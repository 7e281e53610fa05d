package dev.codeport.contract;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.UpstreamSms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the number provider under test comes from, and its far side with it: a fake of the vendor
 * that keeps books of its own. All of it is fresh for each test and the same throughout one.
 */
public interface NumberProviderStage {
  NumberProvider provider();

  /** A country that the vendor sells numbers of, in stock, and rich enough we are. */
  Country country();

  /** A platform that the vendor sells numbers for, and whose SMS do not come by themselves. */
  Platform platform();

  /** A platform that the vendor does not sell; one it has no name for. */
  Platform unsold();

  /** An operator of the country that has numbers, where the vendor lets one choose. */
  Optional<String> operator();

  /** From now on there are so many numbers of this country for this platform. */
  void stock(int count);

  /** An SMS arrives now; answers whether a number was waiting for it. */
  boolean deliver(PhoneNumber phone, String text);

  /** The next lease is refused for this reason, and nothing taken. */
  void refuseNext(LeaseResult.Reason reason);

  /** The next request is turned away, and not carried out. */
  void turnAwayNext();

  /** The next request is carried out, and its answer lost. */
  void loseNextAnswer();

  /** The next request is carried out, and its answer is something else entirely. */
  void garbleNextAnswer();

  /** From now on nobody is there. */
  void fallSilent();

  /** Moves the clock of both sides. */
  void advance(Duration time);

  /** What that clock shows. */
  Instant now();

  /** Our money at the vendor, by its own books. */
  Money farBalance();

  /** Every lease in the vendor's own books. */
  List<FarLease> farLeases();

  /**
   * @param id as it stands in a {@link LeaseRef}
   */
  record FarLease(String id, boolean open, boolean refunded) {}

  /** What a lease asks for here, with more than enough money. */
  default LeaseRequest request(String reference) {
    return new LeaseRequest(reference, country(), platform(), Optional.empty(), plenty());
  }

  default Money plenty() {
    return Money.of(1000, provider().profile().currency());
  }

  default boolean can(Power power) {
    return provider().profile().can(power);
  }

  /** A number that was taken. */
  default Lease leased(String reference) {
    return leased(provider().lease(request(reference)));
  }

  default Lease leased(LeaseResult result) {
    if (result instanceof LeaseResult.Leased leased) {
      return leased.lease();
    }
    throw new AssertionError("no number but " + result);
  }

  /** A number that was taken and has had an SMS. */
  default Lease received(String reference, String text) {
    var lease = leased(reference);
    if (!deliver(lease.phone(), text)) {
      throw new AssertionError("the far side does not wait for an SMS");
    }
    return lease;
  }

  /** Long enough for a lease to be given back. */
  default void waitUntilCancelable() {
    advance(provider().profile().minimumCancelAge().plusSeconds(1));
  }

  /** How one lease stands. */
  default LeaseNews news(Lease lease) {
    return Expect.of(Expect.given(provider().poll(List.of(lease.ref()))), lease.ref());
  }

  default List<String> keys(Lease lease) {
    return news(lease).messages().stream().map(UpstreamSms::key).toList();
  }

  default FarLease far(Lease lease) {
    return farLeases().stream()
        .filter(far -> far.id().equals(lease.ref().id()))
        .findFirst()
        .orElseThrow();
  }

  /** A lease of this vendor that it never gave. */
  default LeaseRef stranger() {
    return new LeaseRef(provider().profile().id(), "999999999999");
  }
}
