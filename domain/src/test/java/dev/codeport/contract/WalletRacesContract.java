package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.contract.Given.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Money stays right however many threads move it. */
public interface WalletRacesContract extends StorageStage {
  @Test
  default void of_two_hundred_holds_at_once_the_balance_allows_a_hundred() {
    var account = Given.account().with(100).in(storage());

    var results = Race.of(200, i -> commit(hold(account.id(), 1)));

    assertEquals(100, count(results, CommitResult.Committed.class));
    assertEquals(100, count(results, CommitResult.TooPoor.class));
    assertEquals(new Wallet(rupiah(0), rupiah(100)), storage().wallets().wallet(account.id()));
    assertEquals(101, storage().wallets().entries(account.id(), 0, 1000).size());
  }

  @Test
  default void of_many_settlements_of_one_order_one_takes_effect() {
    var account = Given.account().with(10_000).in(storage());
    var order = Given.placedOrder().of(account).priced(500).in(storage());
    Given.placedOrder().of(account).priced(9_000).in(storage());

    var results =
        Race.of(
            16,
            i ->
                commit(
                    i % 2 == 0
                        ? Entry.capture(account.id(), order.id(), rupiah(500), minute(1))
                        : Entry.release(account.id(), order.id(), rupiah(500), minute(1))));

    assertEquals(1, count(results, CommitResult.Committed.class));
    assertEquals(15, count(results, CommitResult.Stale.class));
    assertEquals(rupiah(9_000), storage().wallets().wallet(account.id()).held());
    assertTrue(storage().wallets().audit().balances());
  }

  @Test
  default void entries_of_many_threads_are_numbered_without_gaps() {
    var account = Given.account().with(0).in(storage());

    Race.of(
        8,
        i ->
            IntStream.range(0, 20)
                .mapToObj(n -> commit(Entry.topUp(account.id(), rupiah(1), i + "/" + n, minute(1))))
                .toList());

    assertEquals(
        LongStream.rangeClosed(1, 160).boxed().toList(),
        storage().wallets().entries(account.id(), 0, 1000).stream()
            .map(Wallets.Numbered::number)
            .toList());
    assertEquals(rupiah(160), storage().wallets().wallet(account.id()).available());
  }

  @Test
  default void the_books_balance_after_any_walk() {
    var seed = System.nanoTime();
    var accounts = IntStream.range(0, 3).mapToObj(i -> Given.account().in(storage()).id()).toList();

    var walks = Race.of(4, i -> new WalletWalk(storage(), accounts, new Random(seed + i)).run(60));

    var audit = storage().wallets().audit();
    assertTrue(audit.balances(), () -> "seed " + seed + ": " + audit);
    for (var account : accounts) {
      var expected =
          walks.stream()
              .map(walk -> walk.delta(account))
              .reduce(rupiah(1_000_000), (a, b) -> a.plus(b));
      var wallet = storage().wallets().wallet(account);
      assertEquals(expected, wallet.available().plus(wallet.held()), () -> "seed " + seed);
    }
  }

  private Entry hold(AccountId account, long units) {
    return Entry.hold(account, storage().ids().nextOrder(), rupiah(units), minute(1));
  }

  private CommitResult commit(Entry entry) {
    return storage().commit(Change.of(entry.account()).entry(entry).build());
  }

  private static long count(List<CommitResult> results, Class<? extends CommitResult> kind) {
    return results.stream().filter(kind::isInstance).count();
  }
}
