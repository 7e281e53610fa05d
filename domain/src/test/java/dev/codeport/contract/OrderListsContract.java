package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer sees his orders, newest first, and nobody else's. */
public interface OrderListsContract extends StorageStage {
  @Test
  default void each_list_shows_what_it_is_named_after() {
    var account = Given.account().in(storage());
    Given.placedOrder().of(account).placedAt(minute(0)).in(storage());
    Given.refusedOrder().of(account).placedAt(minute(1)).in(storage());
    var unsettled = Given.unsettledOrder().of(account).placedAt(minute(2)).in(storage());
    var active = Given.activeOrder().of(account).placedAt(minute(3)).in(storage());
    var canceling = Given.cancelingOrder().of(account).placedAt(minute(4)).in(storage());
    var received = Given.receivedOrder().of(account).placedAt(minute(5)).in(storage());
    var awaiting = Given.awaitingOrder().of(account).placedAt(minute(6)).in(storage());
    var completed = Given.completedOrder().of(account).placedAt(minute(7)).in(storage());
    var canceled = Given.canceledOrder().of(account).placedAt(minute(8)).in(storage());
    var failed = Given.failedOrder().of(account).placedAt(minute(9)).in(storage());
    var expired = Given.expiredOrder().of(account).placedAt(minute(10)).in(storage());
    var moving = Given.movingOrder().of(account).placedAt(minute(11)).in(storage());
    Given.activeOrder().placedAt(minute(12)).in(storage());

    assertEquals(
        List.of(
            moving, expired, failed, canceled, completed, awaiting, received, canceling, active,
            unsettled),
        list(account, Shown.ALL));
    assertEquals(
        List.of(moving, awaiting, received, canceling, active, unsettled),
        list(account, Shown.OPEN));
    assertEquals(
        List.of(moving, awaiting, canceling, active, unsettled), list(account, Shown.WAITING));
    assertEquals(List.of(received), list(account, Shown.RECEIVED));
    assertEquals(List.of(completed), list(account, Shown.COMPLETED));
    assertEquals(List.of(failed, canceled), list(account, Shown.CANCELED));
    assertEquals(List.of(expired), list(account, Shown.EXPIRED));
  }

  @Test
  default void a_list_is_read_page_by_page() {
    var account = Given.account().in(storage());
    var oldest = Given.activeOrder().of(account).placedAt(minute(0)).in(storage());
    var middle = Given.activeOrder().of(account).placedAt(minute(1)).in(storage());
    var newest = Given.activeOrder().of(account).placedAt(minute(2)).in(storage());

    var orders = storage().orders();

    assertEquals(List.of(newest, middle), orders.list(account.id(), Shown.ALL, 2, 0));
    assertEquals(List.of(oldest), orders.list(account.id(), Shown.ALL, 2, 2));
    assertEquals(List.of(), orders.list(account.id(), Shown.ALL, 2, 3));
  }

  @Test
  default void of_orders_placed_at_once_the_later_id_is_the_newer() {
    var account = Given.account().in(storage());
    var first = Given.activeOrder().of(account).in(storage());
    var second = Given.activeOrder().of(account).in(storage());

    assertEquals(List.of(second, first), list(account, Shown.ALL));
  }

  @Test
  default void a_list_is_read_on_from_a_place_in_it_whatever_was_placed_meanwhile() {
    var account = Given.account().in(storage());
    var oldest = Given.activeOrder().of(account).placedAt(minute(0)).in(storage());
    var twin = Given.activeOrder().of(account).placedAt(minute(1)).in(storage());
    var middle = Given.activeOrder().of(account).placedAt(minute(1)).in(storage());
    var newest = Given.activeOrder().of(account).placedAt(minute(2)).in(storage());
    var orders = storage().orders();
    var all = Listing.of(Shown.ALL);
    assertEquals(List.of(newest, middle), orders.list(account.id(), all, 2));

    Given.activeOrder().of(account).placedAt(minute(3)).in(storage());

    var place = Listing.Place.of(middle);
    assertEquals(List.of(twin, oldest), orders.list(account.id(), all.before(place), 2));
    assertEquals(List.of(), orders.list(account.id(), all.before(Listing.Place.of(oldest)), 2));
    assertEquals(
        List.of(), orders.list(account.id(), Listing.of(Shown.COMPLETED).before(place), 2));
  }

  @Test
  default void a_list_may_be_of_one_country_or_platform() {
    var account = Given.account().in(storage());
    var order = Given.activeOrder().of(account).in(storage());
    var product = order.charge().tier().product();
    var other = new CountryId(product.country().value() == 1 ? 2 : 1);
    var orders = storage().orders();
    var all = Listing.of(Shown.ALL);

    assertEquals(
        List.of(order),
        orders.list(account.id(), all.in(product.country()).on(product.platform()), 5));
    assertEquals(List.of(), orders.list(account.id(), all.in(other), 5));
    assertEquals(
        List.of(),
        orders.list(account.id(), all.on(new PlatformId(product.platform().value() + 1)), 5));
  }

  private List<Order> list(Account account, Shown shown) {
    return storage().orders().list(account.id(), shown, 1000, 0);
  }
}
