package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.BrowseCatalog.Product;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.money.Money;
import dev.codeport.http.server.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prices and stock, by the protocol's codes. What has no code cannot be ordered and is left out.
 */
final class StockActions {
  private final BrowseCatalog catalog;
  private final CodeBook codes;

  StockActions(BrowseCatalog catalog, CodeBook codes) {
    this.catalog = catalog;
    this.codes = codes;
  }

  /** Country by country, service by service: the least it costs, and how many cost no more. */
  Reply prices(Caller caller, Ask ask) {
    var prices = new TreeMap<String, Map<String, PriceView>>();
    by(Shelf.of(catalog, caller, ask.country(), ask.service()), this::countryCode)
        .forEach(
            (country, tiers) ->
                by(tiers, this::serviceCode)
                    .forEach(
                        (service, same) ->
                            prices
                                .computeIfAbsent(country, code -> new TreeMap<>())
                                .put(service, PriceView.of(same))));
    return Reply.json(200, prices);
  }

  /** How many there are of each service in a country, perhaps of certain operators only. */
  Reply counts(Caller caller, Ask ask) {
    var operators = ask.operators();
    var counts = new TreeMap<String, Integer>();
    by(Shelf.of(catalog, caller, ask.country(), Optional.empty()), this::serviceCode)
        .forEach(
            (service, tiers) ->
                counts.put(
                    service,
                    Shelf.byPrice(operators.isEmpty() ? tiers : of(tiers, operators))
                        .values()
                        .stream()
                        .reduce(0, Shelf::sum)));
    return Reply.json(200, counts);
  }

  private static List<Product> of(List<Product> tiers, List<String> operators) {
    return tiers.stream()
        .filter(
            tier ->
                tier.tier().operator().map(Operator::code).filter(operators::contains).isPresent())
        .toList();
  }

  Reply operators(Caller caller, Ask ask) {
    var operators = new TreeMap<String, SortedSet<String>>();
    for (var tier : Shelf.of(catalog, caller, ask.country(), Optional.empty())) {
      var operator = tier.tier().operator().map(Operator::code);
      var country = countryCode(tier);
      if (operator.isPresent() && country.isPresent()) {
        operators.computeIfAbsent(country.get(), code -> new TreeSet<>()).add(operator.get());
      }
    }
    return operators.isEmpty()
        ? Token.OPERATORS_NOT_FOUND.reply()
        : Reply.json(200, new OperatorsView("success", operators));
  }

  /** Where there is most of a service. */
  Reply topCountries(Caller caller, Ask ask) {
    var service = ask.requiredService();
    var ladder = ask.text("freePrice").filter(wanted -> wanted.equals("true")).isPresent();
    var views = new ArrayList<TopView>();
    by(Shelf.of(catalog, caller, Optional.empty(), Optional.of(service)), this::countryCode)
        .forEach((country, tiers) -> views.add(TopView.of(country, tiers, ladder)));
    views.sort(Comparator.comparing(TopView::count).reversed().thenComparing(TopView::price));
    var byPlace = new LinkedHashMap<String, TopView>();
    views.forEach(view -> byPlace.put(Integer.toString(byPlace.size()), view));
    return Reply.json(200, byPlace);
  }

  private Optional<String> countryCode(Product tier) {
    return codes.codeOf(tier.country().id());
  }

  private Optional<String> serviceCode(Product tier) {
    return codes.codeOf(tier.platform().id());
  }

  private static Map<String, List<Product>> by(
      List<Product> tiers, Function<Product, Optional<String>> code) {
    var groups = new TreeMap<String, List<Product>>();
    for (var tier : tiers) {
      code.apply(tier)
          .ifPresent(name -> groups.computeIfAbsent(name, n -> new ArrayList<>()).add(tier));
    }
    return groups;
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record PriceView(BigDecimal cost, int count, int physicalCount) {
    static PriceView of(List<Product> tiers) {
      var least = Shelf.byPrice(tiers).firstEntry();
      return new PriceView(Wire.amount(least.getKey()), least.getValue(), least.getValue());
    }
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record OperatorsView(String status, Map<String, SortedSet<String>> countryOperators) {}

  /**
   * @param freePriceMap how many there are at each price
   */
  @JsonNaming(LowerCamelCaseStrategy.class)
  record TopView(
      int country,
      int count,
      BigDecimal price,
      @JsonProperty("retail_price") BigDecimal retailPrice,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Integer> freePriceMap) {
    static TopView of(String country, List<Product> tiers, boolean ladder) {
      var prices = Shelf.byPrice(tiers);
      var least = Wire.amount(prices.firstKey());
      return new TopView(
          Integer.parseInt(country),
          prices.values().stream().reduce(0, Shelf::sum),
          least,
          least,
          ladder ? map(prices) : null);
    }

    private static Map<String, Integer> map(SortedMap<Money, Integer> prices) {
      var map = new LinkedHashMap<String, Integer>();
      prices.forEach((price, count) -> map.put(Wire.amount(price).toPlainString(), count));
      return map;
    }
  }
}
