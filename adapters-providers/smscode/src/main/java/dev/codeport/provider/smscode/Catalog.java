package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.pool.Answer;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.smscode.SmsCodeWire.Named;
import dev.codeport.provider.smscode.SmsCodeWire.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the vendor calls things, and what it has in stock. Ids never change their meaning there, so
 * what a list of products once told of them is kept: what is sold out is not listed.
 */
final class Catalog {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int PAGE = 10_000;
  private static final int MOST_PAGES = 100;

  private final Vendor vendor;
  private final Map<Goods, String> groups = new ConcurrentHashMap<>();
  private final Map<String, Goods> meanings = new ConcurrentHashMap<>();
  private final Map<Choice, String> operators = new ConcurrentHashMap<>();
  private volatile Optional<Words> words = Optional.empty();

  Catalog(Vendor vendor) {
    this.vendor = vendor;
  }

  /** One platform in one country. */
  record Goods(Country country, Platform platform) {}

  private record Choice(Country country, String operator) {}

  /** The vendor's ids, perhaps an hour old; older ones where it does not tell them now. */
  Answer<Words> words(Deadline deadline) {
    var known = words;
    if (known.filter(this::isFresh).isPresent()) {
      return new Answer.Given<>(known.get());
    }
    return switch (lists(deadline)) {
      case Answer.Missing<Lists> missing -> former(known, missing);
      case Answer.Given<Lists> lists -> {
        var read = lists.value().words(vendor);
        words = Optional.of(read);
        yield new Answer.Given<>(read);
      }
    };
  }

  /** What the vendor has names for, as it says now. */
  record Lists(List<Named> countries, List<Named> services) {
    Words words(Vendor vendor) {
      return Words.of(vendor.atlas(), countries, services, vendor.now());
    }
  }

  Answer<Lists> lists(Deadline deadline) {
    var countries = list(vendor.client().askForList(deadline, "catalog/countries", Map.of()));
    if (countries instanceof Answer.Missing<JsonNode> missing) {
      return new Answer.Missing<>(missing.retryAfter(), missing.detail());
    }
    var services = list(vendor.client().askForList(deadline, "catalog/services", Map.of()));
    if (services instanceof Answer.Missing<JsonNode> missing) {
      return new Answer.Missing<>(missing.retryAfter(), missing.detail());
    }
    return new Answer.Given<>(
        new Lists(SmsCodeWire.named(value(countries)), SmsCodeWire.named(value(services))));
  }

  /**
   * What is in stock, page by page.
   *
   * @param filter which country and service, by the vendor's ids; none for all
   */
  Answer<List<Product>> products(Deadline deadline, Words ids, Map<String, String> filter) {
    var products = new ArrayList<Product>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      var answer =
          list(vendor.client().askForList(deadline, "catalog/products", page(filter, page)));
      if (answer instanceof Answer.Missing<JsonNode> missing) {
        return new Answer.Missing<>(missing.retryAfter(), missing.detail());
      }
      var rows = SmsCodeWire.products(value(answer));
      rows.forEach(row -> learn(ids, row));
      products.addAll(rows);
      if (rows.size() < PAGE) {
        return new Answer.Given<>(List.copyOf(products));
      }
    }
    return new Answer.Missing<>(Optional.empty(), "the list has no end");
  }

  /** The catalogue product to order these goods by, once a list told it. */
  Optional<String> group(Goods goods) {
    return Optional.ofNullable(groups.get(goods));
  }

  /** What a catalogue product is, once a list told it. */
  Optional<Goods> goods(String group) {
    return Optional.ofNullable(meanings.get(group));
  }

  /** The id of an operator, once a list told it. */
  Optional<String> operator(Country country, String name) {
    return Optional.ofNullable(operators.get(new Choice(country, name)));
  }

  static Optional<Goods> goods(Words ids, Product row) {
    var country = row.country().flatMap(id -> Optional.ofNullable(ids.countries().get(id)));
    var platform = row.service().flatMap(id -> Optional.ofNullable(ids.platforms().get(id)));
    return country.flatMap(where -> platform.map(what -> new Goods(where, what)));
  }

  private void learn(Words ids, Product row) {
    var goods = goods(ids, row);
    goods.ifPresent(
        what -> {
          row.group().ifPresent(group -> groups.put(what, group));
          row.group().ifPresent(group -> meanings.put(group, what));
          row.operator()
              .ifPresent(
                  name ->
                      row.operatorId()
                          .ifPresent(id -> operators.put(new Choice(what.country(), name), id)));
        });
  }

  private boolean isFresh(Words known) {
    return known.readAt().plus(FRESH).isAfter(vendor.now());
  }

  private static Answer<Words> former(Optional<Words> known, Answer.Missing<Lists> missing) {
    return known
        .<Answer<Words>>map(Answer.Given::new)
        .orElseGet(() -> new Answer.Missing<>(missing.retryAfter(), missing.detail()));
  }

  /** By name, as an order by prices would change between two pages. */
  private static Map<String, String> page(Map<String, String> filter, int page) {
    var parameters = new HashMap<>(filter);
    parameters.put("sort", "name_asc");
    parameters.put("limit", Integer.toString(PAGE));
    parameters.put("page", Integer.toString(page));
    return parameters;
  }

  private static JsonNode value(Answer<JsonNode> answer) {
    return ((Answer.Given<JsonNode>) answer).value();
  }

  /** An answer that is a list. */
  static Answer<JsonNode> list(Said said) {
    return switch (said) {
      case Said.Document document ->
          document.data().isArray()
              ? new Answer.Given<>(document.data())
              : new Answer.Missing<>(Optional.empty(), "a document that is no list");
      case Said.Fault fault -> new Answer.Missing<>(fault.retryAfter(), fault.code());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }
}
