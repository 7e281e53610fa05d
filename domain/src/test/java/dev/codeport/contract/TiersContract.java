package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.codeport.domain.catalog.Tiers} must do. */
public interface TiersContract extends StorageStage {
  @Test
  default void a_tier_has_the_same_id_whenever_it_is_asked_for() {
    var any = key(1, "");
    var telkomsel = key(1, "telkomsel");

    var first = storage().tiers().identify(List.of(any, telkomsel));
    var again = storage().tiers().identify(List.of(telkomsel, key(2, ""), any, any));

    assertEquals(Set.of(any, telkomsel), first.keySet());
    assertEquals(first.get(any), again.get(any));
    assertEquals(first.get(telkomsel), again.get(telkomsel));
    assertEquals(3, again.values().stream().map(Tier::id).distinct().count());
    assertEquals(Map.of(), storage().tiers().identify(List.of()));
  }

  @Test
  default void a_tier_is_found_by_its_id() {
    var tier = identify(key(3, "indosat"));

    assertEquals(Optional.of(tier), storage().tiers().find(tier.id()));
    assertEquals("indosat", tier.operator().orElseThrow().code());
    assertEquals(Optional.empty(), identify(key(3, "")).operator());
    assertEquals(Optional.empty(), storage().tiers().find(new TierId(2_000_000_000)));
  }

  @Test
  default void an_operator_has_one_id_wherever_it_appears() {
    var here = identify(key(4, "xl"));
    var there = identify(key(5, "xl"));
    var other = identify(key(5, "axis"));

    assertEquals(here.operator(), there.operator());
    assertNotEquals(here.operator(), other.operator());
  }

  @Test
  default void tiers_first_seen_by_many_at_once_get_one_id_each() {
    var keys = IntStream.range(10, 60).mapToObj(i -> key(i, i % 2 == 0 ? "" : "op" + i)).toList();

    var seen = Race.of(8, i -> storage().tiers().identify(keys));

    assertEquals(1, new HashSet<>(seen).size());
    assertEquals(
        50, seen.getFirst().values().stream().map(Tier::id).collect(Collectors.toSet()).size());
  }

  private Tier identify(TierKey key) {
    return storage().tiers().identify(List.of(key)).values().iterator().next();
  }

  private static TierKey key(int country, String operator) {
    return new TierKey(
        Given.NORTH,
        new CountryId(country),
        new PlatformId(4_000_000),
        Optional.of(operator).filter(code -> !code.isEmpty()));
  }
}
