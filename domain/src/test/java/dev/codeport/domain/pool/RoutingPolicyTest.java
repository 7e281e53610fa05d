package dev.codeport.domain.pool;

import static dev.codeport.domain.money.Currency.IDR;
import static dev.codeport.domain.money.Currency.USD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {
  private static final Route CHEAP = route(1, "a", 100, 10, new Success(5, 100));
  private static final Route GOOD = route(2, "b", 300, 10, new Success(97, 100));
  private static final Route LUCKY = route(3, "c", 200, 10, new Success(1, 1));
  private static final Route EMPTY = route(4, "d", 1, 0, Success.NONE);
  private static final List<Route> ALL = List.of(GOOD, EMPTY, LUCKY, CHEAP);

  @Test
  void cheapest_goes_by_price_and_passes_over_empty_shelves() {
    assertEquals(
        List.of(CHEAP, LUCKY, GOOD), RoutingPolicy.CHEAPEST.choose(ALL, RoutingPolicy.Bounds.NONE));
  }

  @Test
  void best_success_trusts_a_rate_only_as_far_as_its_sample_goes() {
    assertEquals(
        List.of(GOOD, LUCKY, CHEAP),
        RoutingPolicy.BEST_SUCCESS.choose(ALL, RoutingPolicy.Bounds.NONE));
  }

  @Test
  void bounds_include_their_ends() {
    var bounds = bounds(300, 200, null);

    assertEquals(List.of(LUCKY, GOOD), RoutingPolicy.CHEAPEST.choose(ALL, bounds));
    assertTrue(RoutingPolicy.CHEAPEST.choose(ALL, bounds(99, 0, null)).isEmpty());
  }

  @Test
  void a_preferred_vendor_comes_first_within_the_bounds_only() {
    assertEquals(
        List.of(GOOD, CHEAP, LUCKY), RoutingPolicy.CHEAPEST.choose(ALL, bounds(300, 0, "b")));
    assertEquals(List.of(CHEAP, LUCKY), RoutingPolicy.CHEAPEST.choose(ALL, bounds(250, 0, "b")));
  }

  @Test
  void equals_are_ordered_by_tier_so_that_the_choice_is_always_the_same() {
    var one = route(1, "a", 100, 1, Success.NONE);
    var two = route(2, "b", 100, 1, Success.NONE);

    assertEquals(
        List.of(one, two),
        RoutingPolicy.CHEAPEST.choose(List.of(two, one), RoutingPolicy.Bounds.NONE));
  }

  @Test
  void the_lower_bound_is_that_of_wilson() {
    assertEquals(0.0, Success.NONE.lowerBound());
    assertEquals(0.2065, new Success(1, 1).lowerBound(), 0.0001);
    assertEquals(0.9155, new Success(97, 100).lowerBound(), 0.0001);
    assertEquals(0.0, new Success(0, 50).lowerBound(), 0.0001);
  }

  private static RoutingPolicy.Bounds bounds(long max, long min, @Nullable String preferred) {
    return new RoutingPolicy.Bounds(
        Optional.of(Money.of(max, IDR)),
        Optional.of(Money.of(min, IDR)),
        Optional.ofNullable(preferred).map(ProviderId::new));
  }

  private static Route route(int tier, String provider, long price, int count, Success success) {
    var key =
        new TierKey(
            new ProviderId(provider), new CountryId(88), new PlatformId(1), Optional.empty());
    return new Route(
        new Tier(new TierId(tier), key, Optional.empty()),
        Money.of("0.01", USD),
        Money.of(price, IDR),
        Optional.empty(),
        count,
        success);
  }
}
