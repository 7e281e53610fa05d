package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.Reason;
import dev.codeport.domain.pool.RoutingPolicy;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was asked of vendors is kept, and a lease belongs to one order. */
public interface AttemptsContract extends StorageStage {
  @Test
  default void attempts_read_back_as_they_were_written() {
    var order = Given.placedOrder().in(storage());
    var rate = new ExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("16250.50"), minute(-7));
    int ordinal = 0;
    for (var state : AttemptState.values()) {
      ordinal++;
      Given.committed(
          storage(),
          Change.of(order.account())
              .attempt(
                  attempt(order, ordinal, state, Optional.of(rate), Optional.of("l" + ordinal))));
    }

    var read = storage().orders().attempts(order.id());

    assertEquals(List.of(AttemptState.values()), read.stream().map(Attempt::state).toList());
    assertEquals(
        attempt(order, 2, AttemptState.LEASED, Optional.of(rate), Optional.of("l2")), read.get(1));
    assertEquals(List.of(), storage().orders().attempts(new OrderId(2_000_000_000)));
  }

  @Test
  default void an_attempt_takes_the_place_of_its_former_state() {
    var order = Given.placedOrder().in(storage());
    var asked = storage().orders().attempts(order.id()).getFirst();
    var refused = asked.refused("no numbers", minute(1));

    Given.committed(
        storage(),
        Change.of(order.account()).attempt(asked.unknown("timeout", minute(1))).attempt(refused));

    assertEquals(List.of(refused), storage().orders().attempts(order.id()));
  }

  @Test
  default void whatever_a_vendor_says_can_be_kept() {
    var order = Given.placedOrder().in(storage());
    var asked = storage().orders().attempts(order.id()).getFirst();
    var odd = asked.unknown("\u0000 \uD83D half \\u0000 ' \" \u202E", minute(1));

    Given.committed(storage(), Change.of(order.account()).attempt(odd));

    assertEquals(AttemptState.UNKNOWN, storage().orders().attempts(order.id()).getFirst().state());
  }

  @Test
  default void attempts_at_a_vendor_are_read_by_when_they_were_made() {
    var first = Given.placedOrder().in(storage());
    var second = Given.completedOrder().in(storage());
    Given.placedOrder().on(Given.tier(Given.SOUTH)).in(storage());
    var orders = storage().orders();
    var asked =
        Stream.of(first, second)
            .flatMap(order -> orders.attempts(order.id()).stream())
            .sorted(Comparator.comparing(Attempt::askedAt).thenComparing(Attempt::order))
            .toList();
    var from = asked.getFirst().askedAt();
    var until = asked.getLast().askedAt();

    assertEquals(asked, orders.asked(Given.NORTH, from, until.plusSeconds(1), 10));
    assertEquals(asked.subList(0, 1), orders.asked(Given.NORTH, from, until.plusSeconds(1), 1));
    assertEquals(
        List.of(), orders.asked(Given.NORTH, until.plusSeconds(1), until.plusSeconds(2), 9));
    assertEquals(List.of(), orders.asked(Given.NORTH, from.minusSeconds(9), from, 9));
  }

  @Test
  default void a_lease_leads_to_its_order() {
    var order = Given.completedOrder().in(storage());
    var lease = order.leased().orElseThrow().ref();

    assertEquals(Optional.of(order), storage().orders().byLease(lease));
    assertEquals(
        Optional.empty(), storage().orders().byLease(new LeaseRef(Given.SOUTH, lease.id())));
  }

  @Test
  default void leases_of_ours_are_known() {
    var order = Given.activeOrder().in(storage());
    var ours = order.lease().ref();
    var foreign = new LeaseRef(Given.NORTH, "never-heard-of");

    assertEquals(Set.of(ours), storage().orders().known(List.of(foreign, ours)));
    assertEquals(Set.of(), storage().orders().known(List.of()));
  }

  @Test
  default void two_orders_never_have_the_same_lease() {
    var one = Given.placedOrder().in(storage());
    var other = Given.placedOrder().in(storage());
    var orders = List.of(one, other);

    var results =
        Race.of(
            8,
            i -> {
              var order = orders.get(i % 2);
              var found =
                  attempt(order, 1, AttemptState.ADOPTED, Optional.empty(), Optional.of("found"));
              return storage().commit(Change.of(order.account()).attempt(found).build());
            });

    var owner = storage().orders().byLease(new LeaseRef(Given.NORTH, "found")).orElseThrow();
    for (int i = 0; i < results.size(); i++) {
      var owns = orders.get(i % 2).id().equals(owner.id());
      assertEquals(owns, results.get(i) instanceof CommitResult.Committed);
      assertEquals(!owns, results.get(i) instanceof CommitResult.Stale);
    }
  }

  @Test
  default void attempts_without_an_answer_are_found_oldest_first() {
    var oldest = Given.placedOrder().placedAt(minute(0)).in(storage());
    var older = Given.unsettledOrder().placedAt(minute(1)).in(storage());
    var old = Given.placedOrder().placedAt(minute(2)).in(storage());
    Given.placedOrder().placedAt(minute(3)).in(storage());
    Given.activeOrder().placedAt(minute(0)).in(storage());
    Given.refusedOrder().placedAt(minute(0)).in(storage());
    Given.placedOrder().on(Given.tier(Given.SOUTH)).placedAt(minute(0)).in(storage());

    assertEquals(List.of(oldest.id(), older.id(), old.id()), unsettled(minute(3), 10));
    assertEquals(List.of(oldest.id(), older.id()), unsettled(minute(3), 2));
    assertEquals(List.of(), unsettled(minute(0), 10));
  }

  @Test
  default void an_attempt_for_another_accounts_order_is_a_mistake() {
    var order = Given.placedOrder().in(storage());
    var stranger = Given.account().in(storage());
    var second = attempt(order, 2, AttemptState.ASKING, Optional.empty(), Optional.empty());

    assertThrows(
        RuntimeException.class,
        () -> storage().commit(Change.of(stranger.id()).attempt(second).build()));

    assertEquals(1, storage().orders().attempts(order.id()).size());
  }

  private List<OrderId> unsettled(Instant before, int limit) {
    return storage().orders().unsettled(Given.NORTH, before, limit).stream()
        .map(Attempt::order)
        .toList();
  }

  private static Attempt attempt(
      Order order,
      int ordinal,
      AttemptState state,
      Optional<ExchangeRate> rate,
      Optional<String> lease) {
    return new Attempt(
        order.id(),
        ordinal,
        "reference-" + order.id() + "-" + ordinal,
        Given.NORTH,
        order.charge().tier().id(),
        Given.dollars("0.0044"),
        rate,
        minute(1),
        state,
        lease.map(id -> new LeaseRef(Given.NORTH, id)),
        state == AttemptState.ASKING ? Optional.empty() : Optional.of(minute(2)),
        "detail",
        Optional.of(reason(ordinal)));
  }

  private static Reason reason(int ordinal) {
    var seen = ordinal % 2 == 0;
    return new Reason(
        RoutingPolicy.BALANCED,
        ordinal,
        20,
        seen ? Reason.Ground.RANKED : Reason.Ground.EXPLORED,
        Given.rupiah(7_500),
        seen ? 37.0213 : 0,
        Optional.of(0.8108).filter(rate -> seen),
        seen ? 0.6571 : 0,
        Optional.of(0.9).filter(rate -> seen),
        Optional.of(0.7779 - ordinal));
  }
}
