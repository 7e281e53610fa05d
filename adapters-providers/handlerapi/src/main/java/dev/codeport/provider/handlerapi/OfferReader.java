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

  /** Country by country, service by service; some have it the other way round. */
  List<Offer> offers(JsonNode json) {
    var offers = new ArrayList<Offer>();
    json.properties()
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
    var cost = Fields.amount(json, "cost", "price").flatMap(this::price);
    var count = Fields.amount(json, "count", "physicalCount").flatMap(OfferReader::count);
    return cost.isPresent() && count.isPresent()
        ? Optional.of(new Stock(cost.get(), count.get(), false))
        : ladder(json);
  }

  /** {@code {"15.00":43242,"18.00":333}}: the cheapest step that has any. */
  private Optional<Stock> ladder(JsonNode json) {
    return json.properties().stream()
        .flatMap(step -> step(step.getKey(), step.getValue()).stream())
        .filter(step -> step.count() > 0)
        .min(Comparator.comparing(Stock::cost));
  }

  private Optional<Stock> step(String key, JsonNode value) {
    return Fields.amount(key)
        .flatMap(this::price)
        .flatMap(
            cost ->
                value.isIntegralNumber()
                    ? count(value.decimalValue()).map(count -> new Stock(cost, count, true))
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
