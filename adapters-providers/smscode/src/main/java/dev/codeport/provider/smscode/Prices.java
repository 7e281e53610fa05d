package dev.codeport.provider.smscode;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.smscode.SmsCodeWire.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the vendor has. It may list several tiers of the same goods; the cheapest that has numbers
 * is what a purchase gets. Whoever does not care for the operator may be sold one's number too.
 */
final class Prices {
  private final Vendor vendor;
  private final Catalog catalog;

  Prices(Vendor vendor, Catalog catalog) {
    this.vendor = vendor;
    this.catalog = catalog;
  }

  Answer<List<Offer>> all() {
    var deadline = vendor.client().deadline();
    return switch (catalog.words(deadline)) {
      case Answer.Missing<Words> missing -> missing(missing);
      case Answer.Given<Words> ids -> offers(deadline, ids.value(), Map.of());
    };
  }

  Answer<List<Offer>> of(CountryId country, PlatformId platform) {
    var deadline = vendor.client().deadline();
    return switch (catalog.words(deadline)) {
      case Answer.Missing<Words> missing -> missing(missing);
      case Answer.Given<Words> ids -> of(deadline, ids.value(), country, platform);
    };
  }

  private Answer<List<Offer>> of(
      Deadline deadline, Words ids, CountryId country, PlatformId platform) {
    var where = vendor.atlas().country(country).map(ids.countryIds()::get);
    var what = vendor.atlas().platform(platform).map(ids.platformIds()::get);
    if (where.isEmpty() || what.isEmpty()) {
      return new Answer.Given<>(List.of());
    }
    var filter = Map.of("country_id", where.get(), "platform_id", what.get());
    return switch (offers(deadline, ids, filter)) {
      case Answer.Missing<List<Offer>> missing -> missing;
      case Answer.Given<List<Offer>> given ->
          new Answer.Given<>(
              given.value().stream()
                  .filter(offer -> offer.tier().country().equals(country))
                  .filter(offer -> offer.tier().platform().equals(platform))
                  .toList());
    };
  }

  private Answer<List<Offer>> offers(Deadline deadline, Words ids, Map<String, String> filter) {
    return switch (catalog.products(deadline, ids, filter)) {
      case Answer.Missing<List<Product>> missing -> missing(missing);
      case Answer.Given<List<Product>> given -> new Answer.Given<>(offers(ids, given.value()));
    };
  }

  private List<Offer> offers(Words ids, List<Product> rows) {
    var offers = new LinkedHashMap<TierKey, Offer>();
    for (var row : rows) {
      var goods = Catalog.goods(ids, row);
      if (goods.isPresent() && row.price().isPresent() && row.available().isPresent()) {
        var any = tier(goods.get(), Optional.empty());
        var offer = new Offer(any, Vendor.money(row.price().get()), row.available().get());
        offers.merge(any, offer, Prices::cheaper);
        row.operator().ifPresent(name -> addOf(name, goods.get(), offer, offers));
      }
    }
    return List.copyOf(offers.values());
  }

  private void addOf(
      String operator, Catalog.Goods goods, Offer offer, Map<TierKey, Offer> offers) {
    var tier = tier(goods, Optional.of(operator));
    offers.merge(tier, new Offer(tier, offer.cost(), offer.count()), Prices::cheaper);
  }

  private TierKey tier(Catalog.Goods goods, Optional<String> operator) {
    return new TierKey(vendor.id(), goods.country().id(), goods.platform().id(), operator);
  }

  /**
   * Of two that have numbers the cheaper, which is then the lowest step of several, or both
   * together at one price; else the one that has.
   */
  private static Offer cheaper(Offer one, Offer other) {
    if (one.count() == 0 || other.count() == 0) {
      return one.count() == 0 ? other : one;
    }
    int order = one.cost().compareTo(other.cost());
    return order == 0
        ? one.withCount((int) Math.min(Integer.MAX_VALUE, (long) one.count() + other.count()))
        : (order < 0 ? one : other).onLadder();
  }

  private static <A, B> Answer<B> missing(Answer.Missing<A> missing) {
    return new Answer.Missing<>(missing.retryAfter(), missing.detail());
  }
}
