package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Offer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the offers out of a price list, in whichever of its shapes. */
final class OfferReader {
  private final Vendor vendor;

  OfferReader(Vendor vendor) {
    this.vendor = vendor;
  }

  /**
   * Country by country, service by service; some have it the other way round, some below {@code
   * data}.
   */
  List<Offer> offers(JsonNode json) {
    var offers = new ArrayList<Offer>();
    var list = json.path("data").isObject() ? json.path("data") : json;
    list.properties()
        .forEach(
            outer ->
                outer
                    .getValue()
                    .properties()
                    .forEach(
                        inner ->
                            offer(outer.getKey(), inner.getKey(), inner.getValue())
                                .or(() -> offer(inner.getKey(), outer.getKey(), inner.getValue()))
                                .ifPresent(offers::add)));
    return offers;
  }

  /** None when the codes are unknown to us, or known but not those we order by. */
  private Optional<Offer> offer(String countryCode, String serviceCode, JsonNode json) {
    var country = ordered(countryCode);
    var platform = orderedService(serviceCode);
    var stock = stock(json);
    if (country.isEmpty() || platform.isEmpty() || stock.isEmpty()) {
      return Optional.empty();
    }
    var tier = new TierKey(vendor.id(), country.get().id(), platform.get().id(), Optional.empty());
    return stock.map(
        each -> {
          var offer = new Offer(tier, each.cost(), each.count());
          return each.isLadder() ? offer.onLadder() : offer;
        });
  }

  private Optional<Country> ordered(String code) {
    return vendor
        .codes()
        .country(code)
        .filter(c -> vendor.codes().vendorCountry(c).equals(Optional.of(code)));
  }

  Optional<Platform> orderedService(String code) {
    return vendor
        .codes()
        .platform(code)
        .filter(p -> vendor.codes().vendorService(p).equals(Optional.of(code)));
  }

  private record Stock(Money cost, int count, boolean isLadder) {}

  private Optional<Stock> stock(JsonNode json) {
    var map = json.path("map");
    return map.isContainerNode() ? cheapest(steps(map)) : plain(json);
  }

  /** One price, or one for each of its suppliers, or steps. */
  private Optional<Stock> plain(JsonNode json) {
    var one = one(json);
    if (one.isPresent()) {
      return one;
    }
    return json.properties().stream().allMatch(each -> each.getValue().isObject())
        ? cheapest(suppliers(json))
        : cheapest(steps(json));
  }

  private Optional<Stock> one(JsonNode json) {
    var cost = Fields.amount(json, "cost", "price").flatMap(this::price);
    var count = Fields.amount(json, "count", "physicalCount").flatMap(OfferReader::count);
    return cost.isPresent() && count.isPresent()
        ? Optional.of(new Stock(cost.get(), count.get(), false))
        : Optional.empty();
  }

  /** {@code {"15.00":43242,"18.00":333}}. */
  private List<Stock> steps(JsonNode json) {
    return json.properties().stream()
        .flatMap(step -> step(step.getKey(), step.getValue()).stream())
        .toList();
  }

  /**
   * {@code {"3291":{"count":10,"price":0.5,"provider_id":3291}}}, but for those that are not bought
   * from.
   */
  private List<Stock> suppliers(JsonNode json) {
    return json.properties().stream()
        .filter(each -> vendor.suppliers().has(each.getKey()))
        .flatMap(each -> one(each.getValue()).stream())
        .toList();
  }

  /** All that can be had at the lowest price; a ladder when some cost more. */
  private static Optional<Stock> cheapest(List<Stock> steps) {
    var left = steps.stream().filter(step -> step.count() > 0).toList();
    var least = left.stream().map(Stock::cost).min(Comparator.naturalOrder());
    return least.map(
        cost -> {
          var lowest = left.stream().filter(step -> step.cost().equals(cost)).toList();
          long count = lowest.stream().mapToLong(Stock::count).sum();
          boolean more = lowest.size() < left.size();
          return new Stock(cost, (int) Math.min(Integer.MAX_VALUE, count), more);
        });
  }

  private Optional<Stock> step(String key, JsonNode value) {
    return Fields.amount(key)
        .flatMap(this::price)
        .flatMap(
            cost ->
                value.isIntegralNumber()
                    ? count(value.decimalValue()).map(count -> new Stock(cost, count, false))
                    : Optional.empty());
  }

  private Optional<Money> price(BigDecimal amount) {
    return vendor.money(amount).filter(Money::isPositive);
  }

  static Optional<Integer> count(BigDecimal count) {
    return count.signum() < 0
        ? Optional.empty()
        : Optional.of(
            count
                .setScale(0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue());
  }
}
