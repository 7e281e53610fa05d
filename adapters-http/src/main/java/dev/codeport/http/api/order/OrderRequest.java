package dev.codeport.http.api.order;

import dev.codeport.application.order.PlaceOrder;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.http.api.Amounts;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An order as it was asked for: platform and country, or a product, or one tier; in which money, at
 * which bounds.
 */
record OrderRequest(Wish wish, int quantity, Optional<PlaceOrder.Urgency> urgency) {
  private static final int MOST = 100;
  private static final int MOST_EXCLUDED = 20;
  private static final List<String> ROUTED_ONLY =
      List.of(
          "operator_id",
          "policy",
          "max_price",
          "min_price",
          "prefer_provider",
          "exclude_providers",
          "code_within",
          "move_after");
  private static final Set<String> FIELDS =
      Set.of(
          "platform",
          "country",
          "product_id",
          "tier_id",
          "operator_id",
          "policy",
          "max_price",
          "min_price",
          "prefer_provider",
          "exclude_providers",
          "quantity",
          "code_within",
          "move_after");

  static OrderRequest read(byte[] body, Places places, Ledger ledger) {
    var fields = Fields.closed(body, FIELDS);
    var quantity = fields.optionalInt32("quantity").orElse(1);
    if (quantity < 1 || quantity > MOST) {
      throw new BadInput("quantity", "must be 1 to " + MOST);
    }
    return new OrderRequest(wish(fields, places, ledger), quantity, urgency(fields));
  }

  /** The same for all requests that mean the same, however the product was named. */
  String[] meaning() {
    return Stream.concat(
            Stream.of("order", wish.toString(), Integer.toString(quantity)),
            urgency.stream().map(PlaceOrder.Urgency::toString))
        .toArray(String[]::new);
  }

  private static Optional<PlaceOrder.Urgency> urgency(Fields fields) {
    var within = seconds(fields, "code_within", PlaceOrder.Urgency.SHORTEST);
    var moveAfter = seconds(fields, "move_after", PlaceOrder.Urgency.SOONEST_MOVE);
    if (within.isEmpty()) {
      moveAfter.ifPresent(
          after -> {
            throw new BadInput("code_within", "is required together with move_after");
          });
      return Optional.empty();
    }
    if (!fields.has("max_price")) {
      throw new BadInput("max_price", "is required together with code_within");
    }
    return Optional.of(
        new PlaceOrder.Urgency(within.get(), moveAfter.orElse(PlaceOrder.Urgency.USUAL_MOVE)));
  }

  private static Optional<Duration> seconds(Fields fields, String name, Duration least) {
    var most = PlaceOrder.Urgency.LONGEST;
    return fields
        .optionalInt32(name)
        .map(Duration::ofSeconds)
        .map(
            time -> {
              if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
                throw new BadInput(
                    name,
                    "must be %d to %d seconds".formatted(least.toSeconds(), most.toSeconds()));
              }
              return time;
            });
  }

  private static Wish wish(Fields fields, Places places, Ledger ledger) {
    var tier = fields.optionalInt32("tier_id");
    var product = fields.optionalInt32("product_id");
    var named = fields.has("platform") || fields.has("country");
    if ((tier.isPresent() ? 1 : 0) + (product.isPresent() ? 1 : 0) + (named ? 1 : 0) != 1) {
      throw new BadInput(
          "platform", "and country, or product_id, or tier_id, one of them, is required");
    }
    if (tier.isPresent()) {
      ROUTED_ONLY.stream().filter(fields::has).findFirst().ifPresent(OrderRequest::refuseWithTier);
      return new Wish.Exact(checked("tier_id", tier.get(), TierId::new));
    }
    return new Wish.Routed(
        product
            .map(id -> checked("product_id", id, CatalogProductId::new))
            .orElseGet(() -> product(fields, places)),
        fields.optionalText("policy", 64).map(OrderRequest::policy).orElse(RoutingPolicy.CHEAPEST),
        bounds(fields, ledger),
        fields.optionalInt32("operator_id").map(id -> checked("operator_id", id, OperatorId::new)));
  }

  private static void refuseWithTier(String name) {
    throw new BadInput(name, "must not be given together with tier_id");
  }

  private static CatalogProductId product(Fields fields, Places places) {
    var country =
        places
            .country(fields.text("country", 64))
            .orElseThrow(
                () -> new BadInput("country", "must be an ISO 3166-1 alpha-2 code such as id"));
    var platform =
        places
            .platform(fields.text("platform", 64))
            .orElseThrow(() -> new BadInput("platform", "must be a slug of the catalogue"));
    return CatalogProductId.of(country.id(), platform.id());
  }

  private static RoutingPolicy.Bounds bounds(Fields fields, Ledger ledger) {
    return new RoutingPolicy.Bounds(
        price(fields, "max_price", ledger),
        price(fields, "min_price", ledger),
        fields
            .optionalText("prefer_provider", 64)
            .map(name -> checked("prefer_provider", name, ProviderId::new)),
        excluded(fields));
  }

  private static SortedSet<ProviderId> excluded(Fields fields) {
    var excluded = new TreeSet<ProviderId>();
    if (fields.has("exclude_providers")) {
      fields.texts("exclude_providers", 64).stream()
          .map(name -> checked("exclude_providers", name, ProviderId::new))
          .forEach(excluded::add);
    }
    if (excluded.size() > MOST_EXCLUDED) {
      throw new BadInput("exclude_providers", "must name at most " + MOST_EXCLUDED);
    }
    return excluded;
  }

  static Optional<Money> price(Fields fields, String name, Ledger ledger) {
    return Amounts.ifAny(fields, name, ledger.currency())
        .map(
            price -> {
              if (price.isNegative() || price.isZero()) {
                throw new BadInput(name, "must be above zero");
              }
              return price;
            });
  }

  private static RoutingPolicy policy(String name) {
    return switch (name) {
      case "cheapest" -> RoutingPolicy.CHEAPEST;
      case "best_success" -> RoutingPolicy.BEST_SUCCESS;
      case "balanced" -> RoutingPolicy.BALANCED;
      default -> throw new BadInput("policy", "must be cheapest, best_success or balanced");
    };
  }

  /** The domain's own bounds, told as a flaw of the field. */
  private static <V, T> T checked(String field, V value, Function<V, T> made) {
    try {
      return made.apply(value);
    } catch (IllegalArgumentException e) {
      throw new BadInput(field, "is out of bounds");
    }
  }
}
