package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What we asked of one vendor for one order; committed before the vendor is asked, and outlasting
 * the order.
 *
 * @param ordinal 1 for the order's first
 * @param reference our unique name for it
 * @param cost what the vendor offered it for, later what it took, in its currency
 * @param rate the rate by which that cost became the price; none in the ledger's own currency
 * @param lease the vendor's lease, once known
 * @param detail what the vendor said, without secrets
 * @param reason why it was asked, when a policy chose it
 */
public record Attempt(
    OrderId order,
    int ordinal,
    String reference,
    ProviderId provider,
    TierId tier,
    Money cost,
    Optional<ExchangeRate> rate,
    Instant askedAt,
    AttemptState state,
    Optional<LeaseRef> lease,
    Optional<Instant> answeredAt,
    String detail,
    Optional<Reason> reason) {

  public static Attempt asking(
      OrderId order, int ordinal, String reference, Route route, Instant now) {
    return new Attempt(
        order,
        ordinal,
        reference,
        route.tier().key().provider(),
        route.tier().id(),
        route.cost(),
        route.rate(),
        now,
        AttemptState.ASKING,
        Optional.empty(),
        Optional.empty(),
        "",
        route.reason());
  }

  public Attempt leased(Lease got, Instant now) {
    return ended(AttemptState.LEASED, Optional.of(got), "", now);
  }

  public Attempt adopted(Lease found, Instant now) {
    return ended(AttemptState.ADOPTED, Optional.of(found), detail, now);
  }

  public Attempt refused(String why, Instant now) {
    return ended(AttemptState.REFUSED, Optional.empty(), why, now);
  }

  public Attempt unknown(String why, Instant now) {
    return ended(AttemptState.UNKNOWN, Optional.empty(), why, now);
  }

  public Attempt canceled(String why, Instant now) {
    return ended(AttemptState.CANCELED, Optional.empty(), why, now);
  }

  /** Given back although found only now. */
  public Attempt canceled(Lease found, Instant now) {
    return ended(AttemptState.CANCELED, Optional.of(found), detail, now);
  }

  public Attempt leaked(String why, Instant now) {
    return ended(AttemptState.LEAKED, Optional.empty(), why, now);
  }

  private Attempt ended(AttemptState to, Optional<Lease> got, String why, Instant now) {
    return new Attempt(
        order,
        ordinal,
        reference,
        provider,
        tier,
        got.map(Lease::cost).orElse(cost),
        rate,
        askedAt,
        to,
        got.map(Lease::ref).or(() -> lease),
        Optional.of(now),
        why.length() > 200 ? why.substring(0, 200) : why,
        reason);
  }
}
