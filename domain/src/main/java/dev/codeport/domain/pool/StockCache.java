package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import java.time.Instant;
import java.util.List;

/**
 * The offers last heard of. May be lost at any time: then it is empty until the vendors are asked
 * again.
 */
public interface StockCache {
  /** These are all of the vendor's offers now; what it had before and is not among them is gone. */
  void replace(ProviderId provider, List<Offer> offers, Instant asOf);

  /** These are all of the vendor's offers for one country and platform now. */
  void replace(
      ProviderId provider,
      CountryId country,
      PlatformId platform,
      List<Offer> offers,
      Instant asOf);

  /** The vendor has none left: its count is zero until it is heard of again. */
  void soldOut(TierKey tier, Instant asOf);

  /** What is known for one country and platform, sold-out offers included. */
  List<Stocked> offers(CountryId country, PlatformId platform);

  /** All that is known. */
  List<Stocked> all();

  /** An offer, and when it was heard of. */
  record Stocked(Offer offer, Instant asOf) {}
}
