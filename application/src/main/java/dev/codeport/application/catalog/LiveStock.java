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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Offers young enough to sell by. A vendor is asked again, live, before a sale, when what is known
 * of it is too old, when its price is the lowest step of a ladder, and when a sale showed that what
 * it says is wrong.
 */
public final class LiveStock {
  private static final int REMEMBERED_QUESTIONS = 50_000;

  /** The lowest step of a ladder is bought up by others; it is trusted no longer. */
  private static final Duration LADDER_AGE = Duration.ofSeconds(5);

  private final Pool pool;
  private final StockCache cache;
  private final Duration age;
  private final Cache<Question, Instant> asked =
      CacheBuilder.newBuilder().maximumSize(REMEMBERED_QUESTIONS).build();
  private final Set<Question> doubted = ConcurrentHashMap.newKeySet();

  /**
   * @param age how old an offer may be
   */
  public LiveStock(Pool pool, StockCache cache, Duration age) {
    this.pool = pool;
    this.cache = cache;
    this.age = age;
  }

  /**
   * What is known to be had of a product now. Vendors that do not answer have nothing; one that is
   * left alone is not asked, and what it said before counts until it is too old.
   */
  public List<Offer> offers(CatalogProductId product, Instant now) {
    var known = known(product);
    var selling = pool.selling();
    var stale =
        pool.all().stream()
            .filter(provider -> selling.contains(provider.profile().id()))
            .filter(provider -> isStale(provider, product, known, now))
            .toList();
    if (stale.isEmpty()) {
      return fresh(known, now);
    }
    ask(stale, product, now);
    return fresh(known(product), now);
  }

  /**
   * The vendor turned out to have none left at that price: it is not offered until the vendor is
   * heard again, which on a ladder is before the next sale.
   */
  public void soldOut(TierKey tier, Instant now) {
    if (isLadder(tier)) {
      doubted.add(new Question(tier.provider(), tier.product()));
    }
    cache.soldOut(tier, now);
  }

  /** The vendor turned out to take more: before the next sale it is asked for its new price. */
  public void priceMoved(TierKey tier, Instant now) {
    doubted.add(new Question(tier.provider(), tier.product()));
    cache.soldOut(tier, now);
  }

  private boolean isLadder(TierKey tier) {
    return known(tier.product()).stream()
        .map(Stocked::offer)
        .anyMatch(offer -> offer.tier().equals(tier) && offer.isLadder());
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
        doubted.remove(new Question(id, product));
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
    var question = new Question(provider.profile().id(), product);
    if (doubted.contains(question)) {
      return true;
    }
    var mine =
        known.stream()
            .filter(s -> s.offer().tier().provider().equals(question.provider()))
            .toList();
    var most = mine.stream().anyMatch(s -> s.offer().isLadder()) ? LADDER_AGE : age;
    var last = asked.getIfPresent(question);
    if (last != null && last.plus(most).isAfter(now)) {
      return false;
    }
    return heard(mine).stream().noneMatch(stocked -> stocked.asOf().plus(most).isAfter(now));
  }

  /** What the vendor said itself: that something is sold out may have been found out by a sale. */
  private static List<Stocked> heard(List<Stocked> mine) {
    var left = mine.stream().filter(stocked -> stocked.offer().count() > 0).toList();
    return left.isEmpty() ? mine : left;
  }

  private boolean isFresh(Instant asOf, Instant now) {
    return asOf.plus(age).isAfter(now);
  }

  private record Question(ProviderId provider, CatalogProductId product) {}
}
