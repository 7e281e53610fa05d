package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A vendor that rents numbers.
 *
 * <p>Every method blocks, at most 10 seconds, never throws for what the world does (an unreachable
 * host, garbage, a refusal are results), and may be called by many threads at once. None is called
 * with a transaction open. A power that the {@link #profile} does not name is never asked for;
 * asked all the same, it answers that it is refused or not possible.
 */
public interface NumberProvider {
  ProviderProfile profile();

  /**
   * How the vendor fares, judged by the calls made so far; calls nobody. One that is not {@code
   * sells} answers a purchase with {@code Unavailable}, so it is better left out beforehand.
   */
  ProviderHealth health();

  /** What the vendor has names for at all, in stock or not. May take several calls there. */
  Answer<VendorCatalog> catalog();

  /** All that the vendor offers now. May take several calls there. */
  Answer<List<Offer>> offers();

  /** What the vendor offers now for one country and platform; asked live, before a sale. */
  Answer<List<Offer>> offers(CountryId country, PlatformId platform);

  /**
   * Rents one number for one platform.
   *
   * <p>The intent is committed before. {@code Unknown} is the honest answer whenever the request
   * may have arrived; in here it is sent twice only where the vendor promises one number for one
   * reference.
   */
  LeaseResult lease(LeaseRequest request);

  /**
   * How these leases stand; in as few calls as the vendor's protocol allows. A lease that is not in
   * the answer could not be asked about this time.
   */
  Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases);

  /**
   * Makes out what a push says; calls nobody. None is believed further than that a lease is worth a
   * look: most vendors sign nothing.
   */
  PushResult readPush(Push push);

  /** Asks for one more code on an open lease that had one. Power: {@code ANOTHER_CODE}. */
  StepResult another(LeaseRef lease);

  /** Tells the vendor that we are done. A lease finished before counts as done. */
  StepResult finish(LeaseRef lease);

  /** Gives a lease back. Asking twice is safe; one that was given back before is Canceled. */
  CancelResult cancel(LeaseRef lease);

  /** What having this finished lease's number again costs. Power: {@code REACTIVATE}. */
  QuoteResult quote(LeaseRef lease);

  /** Rents the number of this finished lease again. Power: {@code REACTIVATE}. */
  LeaseResult reactivate(LeaseRef lease, LeaseRequest request);

  /**
   * What the vendor holds for us: open ones, and with the power {@code HISTORY} those of its
   * history begun after {@code since}. Power: {@code HOLDINGS}.
   */
  Answer<List<Holding>> holdings(Instant since);

  /** Our balance there. */
  Answer<Money> balance();
}
