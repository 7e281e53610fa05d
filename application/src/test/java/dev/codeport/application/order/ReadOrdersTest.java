package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.application.order.FakeVendor.Fault;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadOrdersTest {
  private final World world = new World();

  @Test
  void nobody_reads_anything_of_another_accounts_order() {
    var order = world.placed("k");
    world.deliver(order, "Your code is 480215");
    var stranger = world.newAccount(0);
    var codeport = world.codeport;

    assertEquals(Optional.empty(), codeport.order(stranger, order.id()));
    assertEquals(List.of(), codeport.orders(stranger, List.of(order.id())));
    assertEquals(List.of(), codeport.orders(stranger, Orders.Shown.ALL, 9, 0));
    assertEquals(List.of(), codeport.orders(stranger, Listing.of(Orders.Shown.ALL), 9));
    assertEquals(List.of(), codeport.messages(stranger, order.id()));
    assertEquals(List.of(), codeport.attempts(stranger, order.id()));
    assertEquals(1, codeport.orders(world.account, List.of(order.id())).size());
  }

  @Test
  void an_order_that_was_refused_is_not_shown() {
    world.cheap.failingWith(Fault.REFUSED);
    world.dear.failingWith(Fault.REFUSED);
    world.place("k");
    var refused = new OrderId(1);

    assertEquals(Optional.empty(), world.codeport.order(world.account, refused));
    assertEquals(List.of(), world.codeport.orders(world.account, List.of(refused)));
  }
}
