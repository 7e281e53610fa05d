package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How asking a tier turned out is counted by tier, once, and newer outcomes count more. */
public interface OutcomesContract extends StorageStage {
  CatalogProductId WHATSAPP_INDONESIA = CatalogProductId.of(new CountryId(88), new PlatformId(1));
  Duration HOUR = Duration.ofHours(1);

  @Test
  default void success_is_counted_by_tier() {
    var one = Given.completedOrder().in(storage());
    Given.expiredOrder().in(storage());
    Given.canceledOrder().in(storage());
    Given.refusedOrder().in(storage());
    Given.failedOrder().in(storage());
    Given.receivedOrder().in(storage());
    var other = Given.completedOrder().on(operator("indosat")).placedAt(minute(50)).in(storage());
    Given.completedOrder().on(elsewhere()).in(storage());

    var orders = storage().orders();

    assertEquals(
        Map.of(tier(one), new Success(2, 4), tier(other), new Success(1, 1)),
        orders.success(WHATSAPP_INDONESIA, minute(0)));
    assertEquals(
        Map.of(tier(other), new Success(1, 1)), orders.success(WHATSAPP_INDONESIA, minute(50)));
  }

  @Test
  default void success_at_a_vendor_is_counted_by_product() {
    Given.completedOrder().in(storage());
    Given.expiredOrder().in(storage());
    Given.refusedOrder().in(storage());
    Given.completedOrder().on(operator("indosat")).placedAt(minute(50)).in(storage());
    Given.expiredOrder().on(elsewhere()).in(storage());
    Given.completedOrder().on(Given.tier(Given.SOUTH)).in(storage());
    var whatsappElsewhere = CatalogProductId.of(new CountryId(89), new PlatformId(1));

    var orders = storage().orders();

    assertEquals(
        Map.of(WHATSAPP_INDONESIA, new Success(2, 3), whatsappElsewhere, new Success(0, 1)),
        orders.success(Given.NORTH, minute(0)));
    assertEquals(
        Map.of(WHATSAPP_INDONESIA, new Success(1, 1)), orders.success(Given.NORTH, minute(50)));
    assertEquals(
        Map.of(WHATSAPP_INDONESIA, new Success(1, 1)), orders.success(Given.SOUTH, minute(0)));
  }

  @Test
  default void every_number_that_an_order_had_counts_for_its_own_tier() {
    var moved = Given.movedOrder().in(storage());
    var first = storage().orders().attempts(moved.id()).getFirst().tier();

    assertEquals(
        Map.of(first, new Success(0, 1)),
        storage().orders().success(WHATSAPP_INDONESIA, minute(0)));
  }

  @Test
  default void a_number_given_back_at_once_tells_nothing() {
    var order = Given.canceledOrder().endedAt(Given.NOW.plusSeconds(40)).in(storage());

    assertEquals(Map.of(), storage().orders().success(WHATSAPP_INDONESIA, minute(-1)));
    assertFalse(tallies(minute(9)).containsKey(tier(order)));
  }

  @Test
  default void an_outcome_counts_half_after_every_half_life() {
    var order = Given.receivedOrder().in(storage());
    Given.expiredOrder().endedAt(minute(20)).in(storage());
    Given.refusedOrder().endedAt(minute(20)).in(storage());
    var arrivedAt = Given.NOW.plusSeconds(61);

    var tally = tally(order, arrivedAt.plus(HOUR.multipliedBy(2)));

    assertEquals(0.25, tally.arrived(), 1e-9);
    assertEquals(0.25 * 60, tally.waited(), 1e-6);
    assertEquals(tally.missed(), tally.refused());
    assertEquals(Math.pow(0.5, 2 - 18.0 / 60 - 59.0 / 3600), tally.missed(), 1e-6);
    assertEquals(Optional.empty(), tally.declared());
  }

  @Test
  default void only_the_newest_outcomes_of_a_tier_are_counted() {
    var account = Given.account().in(storage());
    var order = Given.expiredOrder().of(account).placedAt(minute(-60)).in(storage());
    for (int i = 0; i < Tally.NEWEST; i++) {
      Given.receivedOrder().of(account).placedAt(minute(i)).priced(1).in(storage());
    }

    var tally = tally(order, minute(0));

    assertEquals(Tally.NEWEST, tally.arrived(), 1e-9);
    assertEquals(0, tally.missed());
  }

  @Test
  default void what_is_refused_as_stale_tells_nothing() {
    var order = Given.activeOrder().in(storage());
    var change = Change.of(order.expire(minute(20))).build();
    Given.committed(storage(), Change.of(order.stay()));

    assertEquals(CommitResult.Stale.class, storage().commit(change).getClass());

    assertEquals(Map.of(), storage().orders().success(WHATSAPP_INDONESIA, minute(0)));
  }

  @Test
  default void of_many_who_end_an_order_at_once_one_tells_of_it() {
    var order = Given.activeOrder().in(storage());

    Race.of(8, i -> storage().commit(Change.of(order.expire(minute(20))).build()));

    assertEquals(
        Map.of(tier(order), new Success(0, 1)),
        storage().orders().success(WHATSAPP_INDONESIA, minute(0)));
  }

  @Test
  default void what_is_long_ago_is_forgotten() {
    Given.expiredOrder().endedAt(minute(10)).in(storage());
    var young = Given.expiredOrder().on(operator("xl")).endedAt(minute(30)).in(storage());
    var retention = storage().retention();

    assertEquals(1, retention.forgetOutcomes(minute(30), 10));
    assertEquals(0, retention.forgetOutcomes(minute(30), 10));

    assertEquals(
        Map.of(tier(young), new Success(0, 1)),
        storage().orders().success(WHATSAPP_INDONESIA, minute(0)));
  }

  private Map<TierId, Tally> tallies(Instant now) {
    return storage().orders().tallies(WHATSAPP_INDONESIA, now, HOUR);
  }

  private Tally tally(Order order, Instant now) {
    return tallies(now).getOrDefault(tier(order), Tally.NONE);
  }

  private static TierId tier(Order order) {
    return order.charge().tier().id();
  }

  private static TierKey operator(String code) {
    return new TierKey(Given.NORTH, new CountryId(88), new PlatformId(1), Optional.of(code));
  }

  private static TierKey elsewhere() {
    return new TierKey(Given.NORTH, new CountryId(89), new PlatformId(1), Optional.empty());
  }
}
