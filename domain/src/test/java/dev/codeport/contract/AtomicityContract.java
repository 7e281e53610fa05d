package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.contract.Given.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A change is committed whole or not at all, and of two for one revision only one. */
public interface AtomicityContract extends StorageStage {
  @Test
  default void a_change_refused_takes_no_effect_at_all() {
    var account = Given.account().with(50_000).in(storage());
    var order = Given.activeOrder().of(account).priced(2_000).in(storage());
    var taken = claim("taken", order);
    Given.committed(storage(), Change.of(account.id()).claim(taken));
    var before = Snapshot.of(storage(), account.id(), taken.key(), claim("new", order).key());

    var stale = everything(order).step(order.askCancel(minute(2)));
    var poor = everything(order).entry(hold(account, 50_000_000));
    var late = everything(order).claim(claim("taken", order));
    var settled = everything(order).entry(capture(order)).build();

    assertInstanceOf(CommitResult.Stale.class, storage().commit(stale.build()));
    assertInstanceOf(CommitResult.TooPoor.class, storage().commit(poor.build()));
    assertEquals(new CommitResult.KeyTaken(taken), storage().commit(late.build()));
    assertInstanceOf(CommitResult.Stale.class, storage().commit(settled));
    var wrong = everything(order).entry(dollars(account)).build();
    assertThrows(RuntimeException.class, () -> storage().commit(wrong));
    assertEquals(
        before, Snapshot.of(storage(), account.id(), taken.key(), claim("new", order).key()));
  }

  @Test
  default void a_change_committed_takes_effect_whole() {
    var account = Given.account().with(50_000).in(storage());
    var order = Given.activeOrder().of(account).priced(2_000).in(storage());
    var key = claim("new", order).key();

    var wallet = Given.committed(storage(), everything(order));

    var after = Snapshot.of(storage(), account.id(), key);
    assertEquals(wallet, after.wallet());
    assertEquals(rupiah(48_000 - 1_000), wallet.available());
    assertEquals(rupiah(1_000), wallet.held());
    assertEquals(4, after.entries().size());
    assertEquals(3, after.events().size());
    assertEquals(1, after.messages().size());
    assertEquals(2, after.attempts().size());
    assertEquals(1, after.claims().size());
    assertInstanceOf(Order.Received.class, after.orders().getFirst());
  }

  @Test
  default void of_many_changes_decided_on_one_revision_one_wins() {
    var order = Given.activeOrder().in(storage());

    var results = Race.of(16, i -> commit(Change.of(order.askCancel(minute(i + 1)))));

    assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(15, results.stream().filter(CommitResult.Stale.class::isInstance).count());
  }

  @Test
  default void of_a_cancel_and_an_sms_at_once_one_wins_and_it_may_be_either() {
    var account = Given.account().with(100_000_000).in(storage());
    var winners = new HashSet<Class<?>>();

    for (int round = 0; round < 20 || (winners.size() < 2 && round < 1_000); round++) {
      var order = Given.activeOrder().of(account).priced(100).in(storage());
      var changes = List.of(receive(order), Change.of(order.cancel(minute(2))).build());
      var first = round % 2;

      var results = Race.of(2, i -> storage().commit(changes.get((i + first) % 2)));

      assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
      assertEquals(1, results.stream().filter(CommitResult.Stale.class::isInstance).count());
      winners.add(storage().orders().find(order.id()).orElseThrow().getClass());
    }

    assertEquals(2, winners.size());
    assertEquals(rupiah(0), storage().wallets().wallet(account.id()).held());
    assertTrue(storage().wallets().audit().balances());
  }

  @Test
  default void changes_of_several_orders_at_once_do_not_block_each_other_for_ever() {
    var account = Given.account().in(storage());
    var one = Given.activeOrder().of(account).in(storage());
    var other = Given.activeOrder().of(account).in(storage());

    var results =
        Race.of(
            12,
            i -> {
              var first = i % 2 == 0 ? one : other;
              var second = i % 2 == 0 ? other : one;
              return commit(
                  Change.of(first.askCancel(minute(2))).step(second.askCancel(minute(2))));
            });

    assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(11, results.stream().filter(CommitResult.Stale.class::isInstance).count());
  }

  private CommitResult commit(Change.Builder change) {
    return storage().commit(change.build());
  }

  /** A bit of all that a change can have: the order's first SMS, and more. */
  private Change.Builder everything(Order.Active order) {
    var sms = sms(order);
    var attempt = storage().orders().attempts(order.id()).getFirst();
    return Change.of(order.receive(sms, minute(2)))
        .message(sms)
        .claim(claim("new", order))
        .attempt(attempt.leaked("changed", minute(2)))
        .attempt(second(attempt))
        .entry(Entry.hold(order.account(), storage().ids().nextOrder(), rupiah(1_000), minute(2)))
        .event(Event.of(order.account(), Event.Type.ORDER_EXPIRED, order.id(), minute(2)));
  }

  private static Attempt second(Attempt first) {
    return new Attempt(
        first.order(),
        2,
        first.reference() + "-2",
        first.provider(),
        first.tier(),
        first.cost(),
        Optional.empty(),
        minute(2),
        AttemptState.ASKING,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private Change receive(Order.Active order) {
    var sms = sms(order);
    return Change.of(order.receive(sms, minute(2))).message(sms).build();
  }

  private Entry hold(Account account, long units) {
    return Entry.hold(account.id(), storage().ids().nextOrder(), rupiah(units), minute(2));
  }

  private static Entry capture(Order order) {
    return Entry.capture(order.account(), order.id(), order.charge().price(), minute(2));
  }

  private static Entry dollars(Account account) {
    return Entry.topUp(account.id(), Given.dollars("1"), "wrong", minute(2));
  }

  private static Sms sms(Order order) {
    var code = Optional.of(new Code("1234"));
    return new Sms(order.id(), 1, "k", "Code 1234", code, "rule", minute(2), false);
  }

  private static Claim claim(String key, Order order) {
    return new Claim(new IdempotencyKey(key), Fingerprint.of(key), List.of(order.id()), minute(1));
  }
}
