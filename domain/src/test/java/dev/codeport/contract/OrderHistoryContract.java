package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.order.Ending;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Success;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How orders ended, and which are still open at a vendor. */
public interface OrderHistoryContract extends StorageStage {
  @Test
  default void open_orders_of_a_vendor_are_read_by_id() {
    var active = Given.activeOrder().in(storage());
    var canceling = Given.cancelingOrder().in(storage());
    var received = Given.receivedOrder().in(storage());
    Given.placedOrder().in(storage());
    Given.completedOrder().in(storage());
    Given.activeOrder().on(Given.tier(Given.SOUTH)).in(storage());

    var orders = storage().orders();

    assertEquals(watched(active, canceling, received), orders.watched(Given.NORTH, 0, 10));
    assertEquals(watched(active), orders.watched(Given.NORTH, 0, 1));
    assertEquals(watched(received), orders.watched(Given.NORTH, canceling.id().value(), 10));
  }

  private static List<Orders.Watched> watched(Order... open) {
    return Stream.of(open)
        .map(
            order ->
                new Orders.Watched(
                    order.id(), order.leased().orElseThrow().ref(), order.terms().placedAt()))
        .toList();
  }

  @Test
  default void what_was_paid_is_summed_by_day_and_product_of_the_first_sms() {
    var account = Given.account().with(100_000).in(storage());
    var paid = Given.completedOrder().of(account).priced(2_000).in(storage());
    Given.receivedOrder().of(account).priced(3_000).in(storage());
    Given.canceledOrder().of(account).priced(4_000).in(storage());
    Given.activeOrder().of(account).priced(5_000).in(storage());
    Given.completedOrder().priced(9_000).in(storage());
    var at = paid.received().orElseThrow().firstAt();
    var product = paid.charge().tier().product();
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);

    var orders = storage().orders();

    assertEquals(
        List.of(new Orders.Spend(day, product, Given.rupiah(5_000), 2)),
        orders.spend(account.id(), at, at.plusSeconds(86_400)));
    assertEquals(List.of(), orders.spend(account.id(), at.minusSeconds(9), at));
  }

  @Test
  default void the_newest_endings_come_first() {
    var account = Given.account().in(storage());
    Given.expiredOrder().of(account).endedAt(minute(10)).in(storage());
    Given.completedOrder().of(account).endedAt(minute(20)).in(storage());
    Given.refusedOrder().of(account).endedAt(minute(30)).in(storage());
    Given.failedOrder().of(account).endedAt(minute(31)).in(storage());
    Given.canceledOrder().of(account).endedAt(minute(40)).in(storage());
    Given.activeOrder().of(account).in(storage());
    Given.completedOrder().endedAt(minute(50)).in(storage());

    var orders = storage().orders();

    assertEquals(
        List.of(Ending.CANCELED, Ending.COMPLETED, Ending.EXPIRED),
        orders.newestEndings(account.id(), minute(10), 10));
    assertEquals(
        List.of(Ending.CANCELED, Ending.COMPLETED),
        orders.newestEndings(account.id(), minute(11), 10));
    assertEquals(List.of(Ending.CANCELED), orders.newestEndings(account.id(), minute(0), 1));
  }

  @Test
  default void only_what_the_customer_canceled_is_counted_as_such() {
    var account = Given.account().in(storage());
    Given.canceledOrder().of(account).endedAt(minute(10)).in(storage());
    Given.canceledOrder().of(account).endedAt(minute(20)).in(storage());
    Given.withdrawnOrder().of(account).endedAt(minute(21)).in(storage());
    Given.expiredOrder().of(account).endedAt(minute(22)).in(storage());
    Given.failedOrder().of(account).endedAt(minute(23)).in(storage());
    Given.canceledOrder().endedAt(minute(24)).in(storage());

    assertEquals(2, storage().orders().canceledSince(account.id(), minute(10)));
    assertEquals(1, storage().orders().canceledSince(account.id(), minute(11)));
    assertEquals(0, storage().orders().canceledSince(account.id(), minute(21)));
  }

  @Test
  default void success_is_counted_by_vendor() {
    var south = Given.tier(Given.SOUTH);
    Given.completedOrder().in(storage());
    Given.expiredOrder().in(storage());
    Given.canceledOrder().in(storage());
    Given.refusedOrder().in(storage());
    Given.failedOrder().in(storage());
    Given.receivedOrder().in(storage());
    Given.completedOrder().on(south).endedAt(minute(50)).in(storage());

    assertEquals(
        Map.of(Given.NORTH, new Success(1, 3), Given.SOUTH, new Success(1, 1)),
        storage().orders().success(minute(0)));
    assertEquals(Map.of(Given.SOUTH, new Success(1, 1)), storage().orders().success(minute(50)));
  }
}
