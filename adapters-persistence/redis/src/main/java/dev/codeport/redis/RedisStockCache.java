package dev.codeport.redis;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import io.lettuce.core.KeyValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The offers last heard of by any node. Redis has the last word on a product, in one round trip;
 * what this process has heard or read itself stands behind it, for when Redis is late, gone or
 * flushed. A list that nobody heard again for its life is forgotten, here and there.
 *
 * <p>{@link #all} is for browsing: it answers from this process, and looks at most every two
 * seconds whether another node has changed a list.
 */
public final class RedisStockCache implements StockCache {
  private static final Duration BROWSED = Duration.ofSeconds(2);

  private final Redis redis;
  private final Duration life;
  private final Lists lists;
  private final Map<ProviderId, Shelf> shelves = new ConcurrentHashMap<>();

  /**
   * @param life how long a vendor's list is kept after it was heard as a whole: several times as
   *     long as lists are fetched
   */
  public RedisStockCache(Redis redis, Duration life) {
    this.redis = redis;
    this.life = life;
    this.lists = new Lists(redis, life);
  }

  @Override
  public void replace(ProviderId provider, List<Offer> offers, Instant asOf) {
    var pages = Page.sorted(offers, asOf);
    var shelf = new Shelf(pages, true, 0);
    shelves.put(provider, shelf);
    var version = lists.write(provider, pages);
    if (version == 0) {
      behind(shelf);
    }
    shelf.swapped(version);
  }

  @Override
  public void replace(
      ProviderId provider,
      CountryId country,
      PlatformId platform,
      List<Offer> offers,
      Instant asOf) {
    var product = CatalogProductId.of(country, platform);
    var page = Page.sorted(offers, asOf).getOrDefault(product, List.of());
    var shelf = shelf(provider);
    shelf.put(product, page);
    noted(shelf, lists.writePage(provider, product, page));
  }

  @Override
  public void soldOut(TierKey tier, Instant asOf) {
    var shelf = shelf(tier.provider());
    shelf.soldOut(tier, asOf);
    noted(shelf, lists.soldOut(tier, asOf));
  }

  @Override
  public List<Stocked> offers(CountryId country, PlatformId platform) {
    var product = CatalogProductId.of(country, platform);
    var mine = Set.copyOf(shelves.keySet());
    var known = lists.beginProviders();
    var asked = new LinkedHashMap<ProviderId, Pending<List<KeyValue<String, String>>>>();
    mine.forEach(provider -> asked.put(provider, lists.beginPage(provider, product)));
    for (var provider : lists.providers(known)) {
      asked.computeIfAbsent(provider, other -> lists.beginPage(other, product));
    }
    var found = new ArrayList<Stocked>();
    var fallen = false;
    for (var each : asked.entrySet()) {
      var answer = lists.page(each.getKey(), product, each.getValue());
      fallen |= answer.isEmpty();
      found.addAll(choose(each.getKey(), product, answer));
    }
    if (fallen) {
      redis.fellBack("stock");
    }
    return List.copyOf(found);
  }

  @Override
  public List<Stocked> all() {
    var providers = new HashSet<>(shelves.keySet());
    providers.addAll(lists.providers(lists.beginProviders()));
    providers.forEach(this::lookAgain);
    return shelves.values().stream()
        .filter(shelf -> !shelf.isOlderThan(life))
        .flatMap(Shelf::all)
        .toList();
  }

  private List<Stocked> choose(
      ProviderId provider, CatalogProductId product, Optional<Lists.Found> answer) {
    var shelf = shelves.getOrDefault(provider, Shelf.begun());
    var mine = shelf.isOlderThan(life) ? List.<Stocked>of() : shelf.page(product);
    if (answer.isEmpty() || shelf.isAhead()) {
      return mine;
    }
    return answer.get().page().orElse(answer.get().version() == 0 ? mine : List.of());
  }

  /** Takes over what other nodes have made of a vendor's list, if that has not been done lately. */
  private void lookAgain(ProviderId provider) {
    var shelf = shelf(provider);
    if (shelf.isAhead() || (!shelf.isCopyOf(0) && shelf.isCheckedWithin(BROWSED))) {
      return;
    }
    shelf.check();
    var version = lists.version(provider);
    if (version != 0 && !shelf.isCopyOf(version)) {
      lists
          .read(provider)
          .ifPresent(read -> shelves.replace(provider, shelf, new Shelf(read, true, version)));
    }
  }

  private Shelf shelf(ProviderId provider) {
    return shelves.computeIfAbsent(provider, unknown -> Shelf.begun());
  }

  /**
   * @param version that which Redis went to; nothing when it did not answer
   */
  private void noted(Shelf shelf, Optional<Long> version) {
    version.ifPresentOrElse(shelf::follow, () -> behind(shelf));
  }

  private void behind(Shelf shelf) {
    shelf.getAhead();
    redis.fellBack("stock");
  }
}
