package dev.codeport.http.api.order;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An order as it was asked for: platform and country, or a product, or one tier; in which money, at
 * which bounds.
 */
record OrderRequest(Wish wish, int quantity) {
  private static final int MOST = 100;
  private static final List<String> ROUTED_ONLY =
      List.of("operator_id", "policy", "max_price", "min_price", "prefer_provider");
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
          "quantity");

  static OrderRequest read(byte[] body, Places places, Ledger ledger) {
    var fields = Fields.closed(body, FIELDS);
    var quantity = fields.optionalInt32("quantity").orElse(1);
    if (quantity < 1 || quantity > MOST) {
      throw new BadInput("quantity", "must be 1 to " + MOST);
    }
    return new OrderRequest(wish(fields, places, ledger), quantity);
  }

  /** The same for all requests that mean the same, however the product was named. */
  String[] meaning() {
    return new String[] {"order", wish.toString(), Integer.toString(quantity)};
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
            .map(name -> checked("prefer_provider", name, ProviderId::new)));
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
      default -> throw new BadInput("policy", "must be cheapest or best_success");
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
