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
import dev.codeport.domain.pool.Reason.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {
  private static final Route CHEAP = route(1, "a", 100, 10, tally(5, 95));
  private static final Route GOOD = route(2, "b", 300, 10, tally(97, 3));
  private static final Route LUCKY = route(3, "c", 200, 10, tally(1, 0));
  private static final Route EMPTY = route(4, "d", 1, 0, Tally.NONE);
  private static final List<Route> ALL = List.of(GOOD, EMPTY, CHEAP, LUCKY);

  private final Random random = new Random(7);

  @Test
  void cheapest_goes_by_price_and_passes_over_what_is_sold_out() {
    assertEquals(
        List.of(CHEAP, LUCKY, GOOD), chosen(RoutingPolicy.CHEAPEST, RoutingPolicy.Bounds.NONE));
  }

  @Test
  void best_success_goes_by_what_can_be_relied_on_and_not_by_one_lucky_order() {
    assertEquals(
        List.of(GOOD, LUCKY, CHEAP), chosen(RoutingPolicy.BEST_SUCCESS, RoutingPolicy.Bounds.NONE));
  }

  @Test
  void bounds_bind_and_include_their_ends() {
    var bounds = bounds(300, 101, null);

    assertEquals(List.of(LUCKY, GOOD), chosen(RoutingPolicy.CHEAPEST, bounds));
    assertTrue(chosen(RoutingPolicy.CHEAPEST, bounds(99, 0, null)).isEmpty());
  }

  @Test
  void a_preferred_vendor_comes_first_within_the_bounds() {
    for (var policy : RoutingPolicy.values()) {
      assertEquals(GOOD, chosen(policy, bounds(300, 0, "b")).getFirst());
    }
    assertEquals(List.of(CHEAP, LUCKY), chosen(RoutingPolicy.CHEAPEST, bounds(250, 0, "b")));
  }

  @Test
  void an_excluded_vendor_is_never_asked() {
    var bounds =
        new RoutingPolicy.Bounds(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new ProviderId("a")),
            new TreeSet<>(Set.of(new ProviderId("a"), new ProviderId("c"))));

    for (var policy : RoutingPolicy.values()) {
      assertEquals(List.of(GOOD), chosen(policy, bounds));
    }
  }

  @Test
  void a_vendor_that_does_not_answer_is_left_out() {
    var shut = new Standing(true, Optional.empty(), Optional.empty());
    var around = around(Map.of(new ProviderId("a"), shut));

    for (var policy : RoutingPolicy.values()) {
      var routes = policy.choose(ALL, RoutingPolicy.Bounds.NONE, around);
      assertEquals(Set.of(GOOD, LUCKY), Set.copyOf(plain(routes)));
    }
  }

  @Test
  void equal_routes_come_in_the_order_of_their_tiers() {
    var one = route(1, "a", 100, 1, Tally.NONE);
    var two = route(2, "b", 100, 1, Tally.NONE);

    for (var policy : List.of(RoutingPolicy.CHEAPEST, RoutingPolicy.BEST_SUCCESS)) {
      assertEquals(
          List.of(one, two),
          plain(policy.choose(List.of(two, one), RoutingPolicy.Bounds.NONE, around(Map.of()))));
    }
  }

  @Test
  void every_route_says_why_it_stands_where_it_does() {
    var routes =
        RoutingPolicy.CHEAPEST.choose(ALL, bounds(300, 0, "b"), Circumstances.usual(random));

    var first = routes.getFirst().reason().orElseThrow();
    assertEquals(
        new Reason(
            RoutingPolicy.CHEAPEST,
            1,
            3,
            Ground.PREFERRED,
            Money.of(300, IDR),
            100,
            Optional.of(0.97),
            0.9155,
            Optional.empty(),
            Optional.empty()),
        first);
    assertEquals(
        List.of(Ground.PREFERRED, Ground.RANKED, Ground.RANKED),
        routes.stream().map(route -> route.reason().orElseThrow().ground()).toList());
    assertEquals(
        List.of(1, 2, 3),
        routes.stream().map(route -> route.reason().orElseThrow().place()).toList());
  }

  @Test
  void balanced_is_the_same_for_the_same_seed_and_shows_what_it_drew() {
    var one = drawn(new Random(42));
    var again = drawn(new Random(42));

    assertEquals(one, again);
    assertTrue(one.stream().allMatch(route -> route.reason().orElseThrow().drawn().isPresent()));
  }

  @Test
  void balanced_takes_a_much_better_tier_although_it_costs_a_little_more() {
    var worse = route(1, "a", 100, 10, tally(50, 50));
    var better = route(2, "b", 150, 10, tally(80, 20));

    assertEquals(0, firsts(worse, List.of(worse, better), 300), 5);
  }

  @Test
  void balanced_takes_the_cheaper_of_two_that_are_about_as_good() {
    var dear = route(1, "a", 800, 10, tally(70, 30));
    var cheap = route(2, "b", 100, 10, tally(70, 30));

    assertEquals(300, firsts(cheap, List.of(dear, cheap), 300), 30);
  }

  @Test
  void balanced_takes_the_faster_of_two_that_are_alike() {
    var slow = route(1, "a", 100, 10, new Tally(70, 30, 0, 70 * 320, Optional.empty()));
    var fast = route(2, "b", 100, 10, new Tally(70, 30, 0, 70 * 10, Optional.empty()));

    assertTrue(firsts(fast, List.of(slow, fast), 300) > 220);
  }

  @Test
  void what_is_known_too_little_is_tried_by_few_orders_and_says_so() {
    var known = route(1, "a", 100, 10, tally(80, 20));
    var unknown = new ArrayList<>(List.of(known));
    for (int i = 2; i < 30; i++) {
      unknown.add(route(i, "b" + i, 100, 10, Tally.NONE));
    }

    var explored = 1000 - firsts(known, unknown, 1000);

    assertEquals(50, explored, 25);
    var grounds =
        RoutingPolicy.BALANCED.choose(unknown, RoutingPolicy.Bounds.NONE, exploring(100)).stream()
            .map(route -> route.reason().orElseThrow())
            .toList();
    assertEquals(Ground.EXPLORED, grounds.getFirst().ground());
    assertEquals(Ground.RANKED, grounds.getLast().ground());
  }

  @Test
  void without_exploring_nothing_unknown_comes_before_a_good_known_tier() {
    var known = route(1, "a", 100, 10, tally(60, 40));
    var unknown = route(2, "b", 10, 10, tally(9, 0));

    for (int i = 0; i < 200; i++) {
      var routes =
          RoutingPolicy.BALANCED.choose(
              List.of(known, unknown), RoutingPolicy.Bounds.NONE, exploring(0));
      assertEquals(List.of(known, unknown), plain(routes));
    }
  }

  @Test
  void when_the_best_known_is_bad_everything_else_may_be_tried() {
    var bad = route(1, "a", 100, 10, tally(2, 98));
    var unknown = route(2, "b", 100, 10, Tally.NONE);

    assertTrue(firsts(unknown, List.of(bad, unknown), 300) > 270);
  }

  @Test
  void a_vendors_own_word_counts_a_little_and_silence_is_not_zero() {
    var silent = Tally.NONE;
    var praised = silent.declaring(Optional.of(1.0));
    var blamed = silent.declaring(Optional.of(0.0));

    assertEquals(0.5, silent.belief().mean(), 1e-9);
    assertEquals(5.0 / 6, praised.belief().mean(), 1e-9);
    assertEquals(1.0 / 6, blamed.belief().mean(), 1e-9);
    assertEquals(0.9, tally(90, 10).declaring(Optional.of(0.0)).belief().mean(), 0.05);
  }

  @Test
  void money_beyond_a_vendors_limit_is_spent_first() {
    var over = route(1, "a", 100, 10, tally(70, 30));
    var other = route(2, "b", 100, 10, tally(70, 30));
    var standing =
        new Standing(false, Optional.of(Money.of(201, USD)), Optional.of(Money.of(200, USD)));
    var vendors = Map.of(new ProviderId("a"), standing);

    var usual = firsts(over, List.of(over, other), 600);
    var first = firsts(over, List.of(over, other), 600, around(vendors));

    assertEquals(300, usual, 40);
    assertTrue(first > usual + 80, first + " after " + usual);
  }

  @Test
  void the_lower_bound_is_wilsons() {
    assertEquals(0.0, Success.NONE.lowerBound());
    assertEquals(0.2065, new Success(1, 1).lowerBound(), 0.0001);
    assertEquals(0.9155, new Success(97, 100).lowerBound(), 0.0001);
    assertEquals(0.0, new Success(0, 50).lowerBound(), 0.0001);
  }

  private List<Route> chosen(RoutingPolicy policy, RoutingPolicy.Bounds bounds) {
    return plain(policy.choose(ALL, bounds, Circumstances.usual(random)));
  }

  private static List<Route> drawn(Random seeded) {
    return RoutingPolicy.BALANCED.choose(
        ALL, RoutingPolicy.Bounds.NONE, Circumstances.usual(seeded));
  }

  private int firsts(Route wanted, List<Route> routes, int times) {
    return firsts(wanted, routes, times, around(Map.of()));
  }

  private static int firsts(Route wanted, List<Route> routes, int times, Circumstances around) {
    int first = 0;
    for (int i = 0; i < times; i++) {
      var chosen = RoutingPolicy.BALANCED.choose(routes, RoutingPolicy.Bounds.NONE, around);
      first += chosen.getFirst().unexplained().equals(wanted) ? 1 : 0;
    }
    return first;
  }

  private Circumstances around(Map<ProviderId, Standing> vendors) {
    return new Circumstances(Balance.STANDARD, vendors, random);
  }

  private Circumstances exploring(int percent) {
    return new Circumstances(new Balance(10, percent, 5, 2), Map.of(), random);
  }

  private static List<Route> plain(List<Route> routes) {
    return routes.stream().map(Route::unexplained).toList();
  }

  private static RoutingPolicy.Bounds bounds(long max, long min, @Nullable String preferred) {
    return new RoutingPolicy.Bounds(
        Optional.of(Money.of(max, IDR)),
        Optional.of(Money.of(min, IDR)),
        Optional.ofNullable(preferred).map(ProviderId::new));
  }

  private static Tally tally(int arrived, int missed) {
    return new Tally(arrived, missed, 0, arrived * 20.0, Optional.empty());
  }

  private static Route route(int tier, String provider, long price, int count, Tally tally) {
    var key =
        new TierKey(
            new ProviderId(provider), new CountryId(88), new PlatformId(1), Optional.empty());
    return new Route(
        new Tier(new TierId(tier), key, Optional.empty()),
        Money.of("0.01", USD),
        Money.of(price, IDR),
        Optional.empty(),
        count,
        tally);
  }
}
