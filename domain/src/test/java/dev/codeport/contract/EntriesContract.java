package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.contract.Given.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money moves by entries; a wallet is their sum and never negative. */
public interface EntriesContract extends StorageStage {
  @Test
  default void a_wallet_is_the_sum_of_its_entries() {
    var account = Given.account().with(0).in(storage());
    var order = Given.placedOrder().of(topUp(account, 10_000)).priced(4_000).in(storage());

    assertEquals(new Wallet(rupiah(6_000), rupiah(4_000)), wallet(account));

    var raised = enter(Entry.raise(account.id(), order.id(), rupiah(500), minute(1)));
    assertEquals(new Wallet(rupiah(5_500), rupiah(4_500)), raised);

    var lowered = enter(Entry.raise(account.id(), order.id(), rupiah(-1_500), minute(2)));
    assertEquals(new Wallet(rupiah(7_000), rupiah(3_000)), lowered);

    var captured = enter(Entry.capture(account.id(), order.id(), rupiah(3_000), minute(3)));
    assertEquals(new Wallet(rupiah(7_000), rupiah(0)), captured);
    assertEquals(captured, wallet(account));

    var adjusted = enter(Entry.adjust(account.id(), rupiah(-7_000), "chargeback", minute(4)));
    assertEquals(Wallet.empty(Currency.IDR), adjusted);
  }

  @Test
  default void the_newest_entries_are_read_backwards() {
    var account = Given.account().with(9_000).in(storage());
    Given.canceledOrder().of(account).priced(2_000).in(storage());
    var all = storage().wallets().entries(account.id(), 0, 10);
    var wallets = storage().wallets();

    assertEquals(all.reversed(), wallets.newest(account.id(), Long.MAX_VALUE, 10));
    assertEquals(List.of(all.getLast()), wallets.newest(account.id(), Long.MAX_VALUE, 1));
    assertEquals(List.of(all.get(1), all.get(0)), wallets.newest(account.id(), 3, 10));
    assertEquals(List.of(), wallets.newest(account.id(), 1, 10));
  }

  @Test
  default void entries_read_back_in_the_order_of_their_commits() {
    var account = Given.account().with(9_000).in(storage());
    var order = Given.canceledOrder().of(account).priced(2_000).in(storage());
    var leak = Entry.leak(account.id(), order.id(), Given.dollars("0.0044"), "l-1", minute(9));
    enter(leak);

    var all = storage().wallets().entries(account.id(), 0, 10);

    assertEquals(List.of(1L, 2L, 3L, 4L), all.stream().map(Wallets.Numbered::number).toList());
    assertEquals(
        List.of(
            Entry.topUp(account.id(), rupiah(9_000), "given", Given.NOW),
            Entry.hold(account.id(), order.id(), rupiah(2_000), Given.NOW),
            Entry.release(account.id(), order.id(), rupiah(2_000), minute(5)),
            leak),
        all.stream().map(Wallets.Numbered::entry).toList());
    assertEquals(all.subList(1, 3), storage().wallets().entries(account.id(), 1, 2));
    assertEquals(List.of(), storage().wallets().entries(new AccountId(2_000_000_000), 0, 10));
  }

  @Test
  default void nobody_spends_more_than_there_is() {
    var account = Given.account().with(5_000).in(storage());
    var id = storage().ids().nextOrder();

    var hold = commit(Entry.hold(account.id(), id, rupiah(5_001), minute(1)));
    var adjust = commit(Entry.adjust(account.id(), rupiah(-5_001), "too much", minute(1)));

    var whole = new Wallet(rupiah(5_000), rupiah(0));
    assertEquals(new CommitResult.TooPoor(whole), hold);
    assertEquals(new CommitResult.TooPoor(whole), adjust);
    assertEquals(whole, wallet(account));
    assertEquals(1, storage().wallets().entries(account.id(), 0, 10).size());
  }

  @Test
  default void held_money_is_never_overdrawn() {
    var account = Given.account().in(storage());
    var order = Given.placedOrder().of(account).priced(3_000).in(storage());
    var before = wallet(account);

    assertThrows(
        RuntimeException.class,
        () -> commit(Entry.capture(account.id(), order.id(), rupiah(3_001), minute(1))));

    assertEquals(before, wallet(account));
  }

  @Test
  default void an_order_is_held_for_once_and_settled_once() {
    var account = Given.account().in(storage());
    var other = Given.placedOrder().of(account).priced(8_000).in(storage());
    var order = Given.receivedOrder().of(account).priced(3_000).in(storage());
    var before = wallet(account);

    var again =
        List.of(
            Entry.hold(account.id(), order.id(), rupiah(1), minute(5)),
            Entry.capture(account.id(), order.id(), rupiah(3_000), minute(5)),
            Entry.release(account.id(), order.id(), rupiah(3_000), minute(5)),
            Entry.hold(account.id(), other.id(), rupiah(100_000_000), minute(5)));

    for (var entry : again) {
      assertInstanceOf(CommitResult.Stale.class, commit(entry));
    }
    assertEquals(before, wallet(account));
  }

  @Test
  default void a_leak_leaves_the_wallet_alone() {
    var order = Given.expiredOrder().in(storage());
    var before = storage().wallets().wallet(order.account());

    var leak = Entry.leak(order.account(), order.id(), Given.dollars("0.0044"), "x", minute(9));
    var inRupiah = Entry.leak(order.account(), order.id(), rupiah(70), "y", minute(9));

    assertEquals(before, enter(leak));
    assertEquals(before, enter(inRupiah));
    assertTrue(storage().wallets().audit().balances());
  }

  @Test
  default void customers_money_is_in_the_ledgers_currency_only() {
    var account = Given.account().in(storage());
    var dollars = Entry.topUp(account.id(), Given.dollars("5"), "wrong", minute(1));

    assertThrows(RuntimeException.class, () -> commit(dollars));

    assertEquals(1, storage().wallets().entries(account.id(), 0, 10).size());
  }

  @Test
  default void an_unknown_account_has_nothing_and_gets_nothing() {
    var nobody = new AccountId(2_000_000_000);

    assertEquals(Wallet.empty(Currency.IDR), storage().wallets().wallet(nobody));
    assertThrows(
        RuntimeException.class, () -> commit(Entry.topUp(nobody, rupiah(5), "", minute(1))));
  }

  @Test
  default void an_audit_adds_up_every_posting() {
    var account = Given.account().with(10_000).in(storage());
    Given.completedOrder().of(account).priced(3_000).in(storage());
    var open = Given.placedOrder().of(account).priced(2_000).in(storage());
    enter(Entry.leak(account.id(), open.id(), Given.dollars("0.5"), "x", minute(9)));

    var audit = storage().wallets().audit();

    assertTrue(audit.balances());
    assertEquals(
        Map.of(
            Book.FUNDING, idr(-10_000),
            Book.AVAILABLE, idr(5_000),
            Book.HELD, idr(2_000),
            Book.REVENUE, idr(3_000),
            Book.VENDOR, Map.of(Currency.USD, Given.dollars("-0.5")),
            Book.LEAK, Map.of(Currency.USD, Given.dollars("0.5"))),
        audit.books());
  }

  private static Map<Currency, Money> idr(long units) {
    return Map.of(Currency.IDR, rupiah(units));
  }

  private Account topUp(Account account, long units) {
    enter(Entry.topUp(account.id(), rupiah(units), "bank transfer", Given.NOW));
    return account;
  }

  private Wallet enter(Entry entry) {
    return Given.committed(storage(), Change.of(entry.account()).entry(entry));
  }

  private CommitResult commit(Entry entry) {
    return storage().commit(Change.of(entry.account()).entry(entry).build());
  }

  private Wallet wallet(Account account) {
    return storage().wallets().wallet(account.id());
  }
}
