package dev.codeport.redis;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache.Stocked;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One vendor's offers for one product as a text, a line each: since when in microseconds, how many,
 * the cost in millionths, its currency, the rate that the vendor declares ({@code -} for none) with
 * {@code !} after it for a ladder, the operator ({@code *} for any, else {@code =} and its code).
 */
final class Page {
  private static final int FIELDS = 6;
  private static final String NOTHING = "-";
  private static final String LADDER = "!";

  private Page() {}

  static String of(List<Stocked> offers) {
    return offers.stream().map(Page::line).collect(Collectors.joining("\n"));
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #of} wrote
   */
  static List<Stocked> read(ProviderId provider, CatalogProductId product, String page) {
    var offers = new ArrayList<Stocked>();
    page.lines().forEach(line -> offers.add(stocked(provider, product, line)));
    return List.copyOf(offers);
  }

  /** By product; of two offers of one tier the later. */
  static Map<CatalogProductId, List<Stocked>> sorted(List<Offer> offers, Instant asOf) {
    var byTier = new LinkedHashMap<TierKey, Stocked>();
    offers.forEach(offer -> byTier.put(offer.tier(), new Stocked(offer, asOf)));
    return byTier.values().stream()
        .collect(Collectors.groupingBy(stocked -> stocked.offer().tier().product()));
  }

  static String operator(TierKey tier) {
    return tier.operator()
        .map(code -> "=" + URLEncoder.encode(code, StandardCharsets.UTF_8))
        .orElse("*");
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static String line(Stocked stocked) {
    var offer = stocked.offer();
    return micros(stocked.asOf())
        + (" " + offer.count() + " " + offer.cost().micros() + " ")
        + (offer.cost().currency() + " " + hints(offer) + " " + operator(offer.tier()));
  }

  private static Stocked stocked(ProviderId provider, CatalogProductId product, String line) {
    var fields = line.split(" ", FIELDS);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("a line of a page has " + FIELDS + " fields");
    }
    var tier =
        new TierKey(provider, product.country(), product.platform(), operator(fields[FIELDS - 1]));
    var cost = new Money(Long.parseLong(fields[2]), new Currency(fields[3]));
    var asOf = Instant.EPOCH.plus(Long.parseLong(fields[0]), ChronoUnit.MICROS);
    var count = Integer.parseInt(fields[1]);
    var isLadder = fields[4].endsWith(LADDER);
    var declared = declared(isLadder ? fields[4].substring(0, fields[4].length() - 1) : fields[4]);
    return new Stocked(new Offer(tier, cost, count, declared, isLadder), asOf);
  }

  private static String hints(Offer offer) {
    return offer.declared().map(rate -> Double.toString(rate)).orElse(NOTHING)
        + (offer.isLadder() ? LADDER : "");
  }

  private static Optional<Double> declared(String text) {
    return text.equals(NOTHING) ? Optional.empty() : Optional.of(Double.parseDouble(text));
  }

  private static Optional<String> operator(String text) {
    return text.startsWith("=")
        ? Optional.of(URLDecoder.decode(text.substring(1), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
