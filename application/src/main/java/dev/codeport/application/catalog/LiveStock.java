package dev.codeport.application.catalog;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.codeport.application.worker.Parallel;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.pool.StockCache.Stocked;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Offers young enough to sell by: what is known too long is asked for again, live. */
public final class LiveStock {
  private static final int REMEMBERED_QUESTIONS = 50_000;

  private final Pool pool;
  private final StockCache cache;
  private final Duration age;
  private final Cache<Question, Instant> asked =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED_QUESTIONS).build();

  /**
   * @param age how old an offer may be
   */
  public LiveStock(Pool pool, StockCache cache, Duration age) {
    this.pool = pool;
    this.cache = cache;
    this.age = age;
  }

  /** What can be bought of a product now; vendors that do not answer have nothing. */
  public List<Offer> offers(CatalogProductId product, Instant now) {
    var known = known(product);
    var stale =
        pool.all().stream().filter(provider -> isStale(provider, product, known, now)).toList();
    if (stale.isEmpty()) {
      return fresh(known, now);
    }
    ask(stale, product, now);
    return fresh(known(product), now);
  }

  /** The vendor turned out to have none left. */
  public void soldOut(TierKey tier, Instant now) {
    cache.soldOut(tier, now);
  }

  /** All of a vendor's offers, heard of now. */
  void heard(ProviderId provider, List<Offer> offers, Instant now) {
    cache.replace(provider, offers, now);
  }

  private void ask(Collection<NumberProvider> stale, CatalogProductId product, Instant now) {
    Parallel.count(stale, provider -> ask(provider, product, now));
  }

  private boolean ask(NumberProvider provider, CatalogProductId product, Instant now) {
    var id = provider.profile().id();
    return switch (provider.offers(product.country(), product.platform())) {
      case Answer.Given<List<Offer>> given -> {
        cache.replace(id, product.country(), product.platform(), given.value(), now);
        asked.put(new Question(id, product), now);
        yield true;
      }
      case Answer.Missing<List<Offer>> missing -> false;
    };
  }

  private List<Stocked> known(CatalogProductId product) {
    return cache.offers(product.country(), product.platform());
  }

  private List<Offer> fresh(List<Stocked> known, Instant now) {
    return known.stream()
        .filter(stocked -> isFresh(stocked.asOf(), now))
        .map(Stocked::offer)
        .toList();
  }

  private boolean isStale(
      NumberProvider provider, CatalogProductId product, List<Stocked> known, Instant now) {
    var id = provider.profile().id();
    var last = asked.getIfPresent(new Question(id, product));
    if (last != null && isFresh(last, now)) {
      return false;
    }
    return known.stream()
        .noneMatch(
            stocked ->
                stocked.offer().tier().provider().equals(id) && isFresh(stocked.asOf(), now));
  }

  private boolean isFresh(Instant asOf, Instant now) {
    return asOf.plus(age).isAfter(now);
  }

  private record Question(ProviderId provider, CatalogProductId product) {}
}
