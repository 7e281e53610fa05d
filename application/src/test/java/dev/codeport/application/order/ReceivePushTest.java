package dev.codeport.application.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Push;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes of a vendor's pushes; {@link FakeVendor} takes its name for the secret. */
class ReceivePushTest {
  private static final ProviderId CHEAP = new ProviderId("cheap");

  private final World world = new World();
  private final Order order = world.placed("a");

  private ReceivePush.Result push(String secret, String body) {
    return world.codeport.receivePush(CHEAP, new Push(secret, "203.0.113.9", body));
  }

  private ReceivePush.Result push() {
    return push("cheap", world.lease(order).id());
  }

  private void sms(String text) {
    assertTrue(world.cheap.deliver(world.lease(order), text));
  }

  private List<String> texts() {
    return world.codeport.messages(world.account, order.id()).stream().map(Sms::text).toList();
  }

  @Test
  void an_sms_is_there_as_soon_as_its_push() {
    sms("Your code is 482913");

    assertInstanceOf(ReceivePush.Taken.class, push());

    assertInstanceOf(Order.Received.class, world.now(order));
    assertEquals(List.of("Your code is 482913"), texts());
    assertEquals(0, world.held());
  }

  @Test
  void a_push_once_more_or_beside_a_poll_brings_nothing_twice() {
    sms("Your code is 482913");
    push();
    world.run();

    assertInstanceOf(ReceivePush.Taken.class, push());

    assertEquals(1, texts().size());
  }

  @Test
  void pushes_that_come_all_at_once_bring_every_sms_once() {
    sms("first 111111");
    sms("second 222222");
    var pushes =
        IntStream.range(0, 8).<Callable<ReceivePush.Result>>mapToObj(i -> this::push).toList();

    var results = dev.codeport.application.worker.Parallel.all(pushes);

    results.forEach(result -> assertInstanceOf(ReceivePush.Taken.class, result));
    assertEquals(List.of("first 111111", "second 222222"), texts());
  }

  @Test
  void a_forged_push_brings_no_sms() {
    assertInstanceOf(ReceivePush.Taken.class, push());

    assertInstanceOf(Order.Active.class, world.now(order));
    assertEquals(List.of(), texts());
  }

  @Test
  void a_push_after_the_end_changes_nothing_but_keeps_the_late_sms() {
    sms("Your code is 482913");
    push();
    world.codeport.finishOrder(world.account, order.id());
    var available = world.available();

    assertInstanceOf(ReceivePush.Taken.class, push());

    assertInstanceOf(Order.Closed.class, world.now(order));
    assertEquals(available, world.available());
  }

  @Test
  void a_lease_of_nobody_is_no_such_lease() {
    assertInstanceOf(ReceivePush.NoSuchLease.class, push("cheap", "cheap-77"));
  }

  @Test
  void whatever_says_nothing_is_garbage_and_whoever_knows_no_secret_forbidden() {
    assertInstanceOf(ReceivePush.Garbage.class, push("cheap", " "));
    assertInstanceOf(ReceivePush.Forbidden.class, push("dear", world.lease(order).id()));
    assertInstanceOf(
        ReceivePush.Forbidden.class,
        world.codeport.receivePush(
            new ProviderId("nobody"), new Push("nobody", "203.0.113.9", "cheap-1")));
  }

  @Test
  void a_vendor_that_cannot_be_asked_is_told_to_push_again() {
    sms("Your code is 482913");
    world.cheap.failingWith(FakeVendor.Fault.POLL_FAILS);

    assertEquals(new ReceivePush.Later(Duration.ofSeconds(5)), push());

    world.cheap.heal();
    assertInstanceOf(ReceivePush.Taken.class, push());
    assertEquals(1, texts().size());
  }
}
