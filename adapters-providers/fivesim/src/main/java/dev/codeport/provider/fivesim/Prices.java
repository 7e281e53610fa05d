package dev.codeport.provider.fivesim;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.provider.kit.Reply;
import dev.codeport.provider.kit.Streamed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the vendor has. The list names operators only; whoever does not care which is sold the
 * cheapest, as a purchase from any operator is bounded by the price.
 */
final class Prices {
  private static final String ANY = "any";

  private final Vendor vendor;
  private final Map<TierKey, DeliveryRate> rates = new ConcurrentHashMap<>();

  Prices(Vendor vendor) {
    this.vendor = vendor;
  }

  Answer<List<Offer>> all() {
    return answer(vendor.client().prices(vendor.client().deadline(), Map.of()));
  }

  Answer<List<Offer>> of(Optional<Country> country, Optional<Platform> platform) {
    var place = country.flatMap(vendor.countries()::of);
    var product = platform.flatMap(vendor.products()::of);
    if (place.isEmpty() || product.isEmpty()) {
      return new Answer.Given<>(List.of());
    }
    var parameters = Map.of("country", place.get(), "product", product.get());
    return only(
        answer(vendor.client().prices(vendor.client().deadline(), parameters)),
        country.get().id(),
        platform.get().id());
  }

  /** What was last heard of an operator's numbers. */
  Optional<DeliveryRate> rate(TierKey tier) {
    return Optional.ofNullable(rates.get(tier));
  }

  private static Answer<List<Offer>> only(
      Answer<List<Offer>> answer, CountryId country, PlatformId platform) {
    return switch (answer) {
      case Answer.Missing<List<Offer>> missing -> missing;
      case Answer.Given<List<Offer>> given ->
          new Answer.Given<>(
              given.value().stream()
                  .filter(offer -> offer.tier().country().equals(country))
                  .filter(offer -> offer.tier().platform().equals(platform))
                  .toList());
    };
  }

  private Answer<List<Offer>> answer(Streamed<List<FiveSimWire.Price>> streamed) {
    return switch (streamed) {
      case Streamed.Whole<List<FiveSimWire.Price>> whole ->
          new Answer.Given<>(offers(whole.value()));
      case Streamed.Other<List<FiveSimWire.Price>> other -> missing(other.reply());
    };
  }

  private static <T> Answer<T> missing(Reply reply) {
    return switch (Hearing.hear(reply)) {
      case Said.Document document -> new Answer.Missing<>(Optional.empty(), document.toString());
      case Said.Line line -> new Answer.Missing<>(line.retryAfter(), line.text());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  private List<Offer> offers(List<FiveSimWire.Price> prices) {
    var byOperator = new LinkedHashMap<TierKey, Offer>();
    for (var price : prices) {
      var country = vendor.countries().ordered(price.country());
      var platform = vendor.products().ordered(price.product());
      if (country.isPresent() && platform.isPresent() && !price.operator().equals(ANY)) {
        var operator = Optional.of(price.operator());
        var tier = new TierKey(vendor.id(), country.get().id(), platform.get().id(), operator);
        var rate = rate(price.rates());
        byOperator.put(
            tier,
            new Offer(tier, vendor.money(price.cost()), price.count()).declaring(rate.share()));
        rates.put(tier, rate);
      }
    }
    var offers = new ArrayList<>(ofAny(byOperator.values().stream().toList()));
    offers.addAll(byOperator.values());
    return List.copyOf(offers);
  }

  private static List<Offer> ofAny(List<Offer> ofOperators) {
    var cheapest = new LinkedHashMap<TierKey, Offer>();
    for (var offer : ofOperators) {
      var tier = offer.tier();
      var any = new TierKey(tier.provider(), tier.country(), tier.platform(), Optional.empty());
      cheapest.merge(
          any,
          new Offer(any, offer.cost(), offer.count()).declaring(offer.declared()),
          Prices::cheaper);
    }
    return List.copyOf(cheapest.values());
  }

  /**
   * Of two that have numbers the cheaper, both together at one price, of which nothing is declared;
   * else the one that has.
   */
  private static Offer cheaper(Offer one, Offer other) {
    if (one.count() == 0 || other.count() == 0) {
      return one.count() == other.count() ? least(one, other) : one.count() > 0 ? one : other;
    }
    Money cost = one.cost();
    return cost.equals(other.cost())
        ? new Offer(one.tier(), cost, sum(one.count(), other.count()))
        : least(one, other);
  }

  private static int sum(int one, int other) {
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }

  private static Offer least(Offer one, Offer other) {
    return other.cost().isMoreThan(one.cost()) ? one : other;
  }

  private static DeliveryRate rate(Map<Integer, BigDecimal> byHours) {
    var windows = new HashMap<Duration, BigDecimal>();
    byHours.forEach(
        (hours, rate) -> {
          if (hours > 0) {
            windows.put(Duration.ofHours(hours), rate);
          }
        });
    return new DeliveryRate(Optional.ofNullable(byHours.get(0)), windows);
  }
}
