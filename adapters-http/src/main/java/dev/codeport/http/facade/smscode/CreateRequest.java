package dev.codeport.http.facade.smscode;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An order as it was asked for, checked for form. Bounds are in the version's own money.
 *
 * @param exact the tier asked for; or else
 * @param routed the catalogue product asked for
 */
record CreateRequest(
    Optional<Integer> exact,
    Optional<Integer> routed,
    Optional<BigDecimal> maxPrice,
    Optional<BigDecimal> minPrice,
    Optional<String> preferred,
    RoutingPolicy policy,
    Optional<Integer> operator,
    int quantity) {
  private static final List<String> ROUTED_ONLY =
      List.of("max_price", "min_price", "prefer_provider", "policy", "operator_id");
  private static final Set<String> FIELDS =
      Set.of(
          "product_id",
          "catalog_product_id",
          "max_price",
          "min_price",
          "prefer_provider",
          "policy",
          "operator_id",
          "quantity");

  static CreateRequest read(byte[] body, Version version) {
    var fields = Fields.closed(body, FIELDS);
    fields.refuseNull("policy");
    fields.refuseNull("quantity");
    var request =
        new CreateRequest(
            fields.optionalInt32("product_id"),
            fields.optionalInt32("catalog_product_id"),
            Price.ceiling(fields, version),
            Price.floor(fields, version),
            fields.optionalText("prefer_provider", 256).map(name -> name.toLowerCase(Locale.ROOT)),
            fields
                .optionalText("policy", 64)
                .map(CreateRequest::policy)
                .orElse(RoutingPolicy.CHEAPEST),
            fields.optionalInt32("operator_id"),
            fields.optionalInt32("quantity").map(CreateRequest::quantity).orElse(1));
    request.refuseContradiction(fields);
    return request;
  }

  private void refuseContradiction(Fields fields) {
    if (exact.isPresent() && routed.isPresent()) {
      throw new BadInput("product_id", "must not be given together with catalog_product_id");
    }
    if (exact.isEmpty() && routed.isEmpty()) {
      throw new BadInput("catalog_product_id", "or product_id is required");
    }
    if (exact.isPresent()) {
      ROUTED_ONLY.stream()
          .filter(fields::has)
          .findFirst()
          .ifPresent(
              name -> {
                throw new BadInput(name, "is for catalog_product_id only");
              });
    }
  }

  /** What is wished for; empty when no tier, product or operator can have such an id. */
  Optional<Wish> wish(Tariff tariff) {
    return exact
        .map(id -> Wire.tier(id).<Wish>map(Wish.Exact::new))
        .orElseGet(() -> routed.flatMap(Wire::catalogProduct).flatMap(id -> routed(id, tariff)));
  }

  private Optional<Wish> routed(CatalogProductId product, Tariff tariff) {
    var bounds =
        new RoutingPolicy.Bounds(
            maxPrice.map(tariff::atMost),
            minPrice.map(tariff::atLeast),
            preferred.flatMap(name -> Wire.known(() -> new ProviderId(name))));
    var wanted = operator.flatMap(Wire::operator);
    return operator.isPresent() && wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wish.Routed(product, policy, bounds, wanted));
  }

  /** The same for all requests that mean the same, whatever was left to a default. */
  String[] meaning(Version version) {
    return Stream.of(
            version,
            "create",
            exact,
            routed,
            maxPrice.map(CreateRequest::plain),
            minPrice.map(CreateRequest::plain),
            preferred,
            policy,
            operator,
            quantity)
        .map(Object::toString)
        .toArray(String[]::new);
  }

  static String plain(BigDecimal price) {
    return price.stripTrailingZeros().toPlainString();
  }

  private static RoutingPolicy policy(String name) {
    return switch (name) {
      case "cheapest" -> RoutingPolicy.CHEAPEST;
      case "best_success" -> RoutingPolicy.BEST_SUCCESS;
      default -> throw new BadInput("policy", "must be cheapest or best_success");
    };
  }

  private static int quantity(int quantity) {
    if (quantity < 1 || quantity > 100) {
      throw new BadInput("quantity", "must be 1 to 100");
    }
    return quantity;
  }
}
