package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.account.Ban;
import dev.codeport.domain.id.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link dev.codeport.domain.account.Accounts} must do. */
public interface AccountsContract extends StorageStage {
  AccountId NOBODY = new AccountId(2_000_000_000);

  @Test
  default void an_account_reads_back_as_it_was_opened() {
    var account =
        new Account(
            storage().ids().nextAccount(),
            "Ümläut & Söhne 株式会社",
            Given.NOW,
            true,
            EnumSet.allOf(Account.Exemption.class),
            Optional.empty());

    storage().accounts().open(account);

    assertEquals(Optional.of(account), storage().accounts().find(account.id()));
    assertEquals(Optional.empty(), storage().accounts().find(NOBODY));
    assertThrows(RuntimeException.class, () -> storage().accounts().open(account));
  }

  @Test
  default void accounts_are_listed_by_id() {
    var first = Given.account().in(storage());
    var second = Given.account().in(storage());
    var third = Given.account().in(storage());

    assertEquals(List.of(second, third), storage().accounts().list(first.id().value(), 10));
    assertEquals(List.of(second), storage().accounts().list(first.id().value(), 1));
  }

  @Test
  default void name_suspension_and_exemptions_can_be_replaced() {
    var account = Given.account().in(storage());
    var ban = new Ban(minute(1), minute(31), 2);
    assertTrue(storage().accounts().ban(account.id(), ban));
    var exempt = Set.of(Account.Exemption.RATE_LIMIT);
    var wanted = new Account(account.id(), "New name", minute(9), true, exempt, Optional.empty());

    assertTrue(storage().accounts().update(wanted));

    assertEquals(
        Optional.of(
            new Account(
                account.id(), "New name", account.openedAt(), true, exempt, Optional.of(ban))),
        storage().accounts().find(account.id()));
    assertFalse(storage().accounts().update(Account.opened(NOBODY, "Nobody", Given.NOW)));
  }

  @Test
  default void a_ban_follows_on_one_that_is_over() {
    var account = Given.account().in(storage());
    assertTrue(storage().accounts().ban(account.id(), new Ban(minute(1), minute(31), 1)));
    var next = new Ban(minute(31), minute(91), 2);

    assertTrue(storage().accounts().ban(account.id(), next));

    assertEquals(Optional.of(next), ban(account));
    assertFalse(storage().accounts().ban(NOBODY, next));
  }

  @Test
  default void no_ban_takes_the_place_of_one_that_reaches_beyond_its_beginning() {
    var account = Given.account().in(storage());
    var known = new Ban(minute(40), minute(100), 2);
    assertTrue(storage().accounts().ban(account.id(), known));

    assertFalse(storage().accounts().ban(account.id(), new Ban(minute(99), minute(400), 3)));
    assertFalse(storage().accounts().ban(account.id(), new Ban(minute(1), minute(31), 1)));

    assertEquals(Optional.of(known), ban(account));
  }

  @Test
  default void of_bans_at_once_one_holds() {
    var account = Given.account().in(storage());

    var bans = IntStream.range(0, 16).mapToObj(i -> new Ban(minute(i), minute(60 + i), 1)).toList();

    var taken = Race.of(16, i -> storage().accounts().ban(account.id(), bans.get(i)));

    assertEquals(1, Collections.frequency(taken, true));
    assertEquals(Optional.of(bans.get(taken.indexOf(true))), ban(account));
  }

  private Optional<Ban> ban(Account account) {
    return storage().accounts().find(account.id()).flatMap(Account::ban);
  }

  @Test
  default void a_key_leads_to_its_holder_until_it_is_revoked() {
    var account = Given.account().in(storage());
    var key = key(account.id(), "a", minute(1));
    storage().accounts().addKey(key);

    assertEquals(
        Optional.of(new ApiKey.Holder(key, account)), storage().accounts().holder(key.hash()));
    assertEquals(Optional.empty(), storage().accounts().holder("0".repeat(64)));

    assertTrue(storage().accounts().revokeKey(account.id(), key.prefix(), minute(2)));
    assertFalse(storage().accounts().revokeKey(account.id(), key.prefix(), minute(3)));
    assertEquals(Optional.empty(), storage().accounts().holder(key.hash()));
    assertEquals(
        List.of(Optional.of(minute(2))),
        storage().accounts().keys(account.id()).stream().map(ApiKey::revokedAt).toList());
  }

  @Test
  default void keys_are_listed_newest_first_and_apart_for_each_account() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage());
    var older = key(account.id(), "a", minute(1));
    var newer = key(account.id(), "b", minute(2));
    List.of(older, newer).forEach(storage().accounts()::addKey);

    assertEquals(List.of(newer, older), storage().accounts().keys(account.id()));
    assertEquals(List.of(), storage().accounts().keys(stranger.id()));
    assertFalse(storage().accounts().revokeKey(stranger.id(), newer.prefix(), minute(3)));
    assertTrue(storage().accounts().holder(newer.hash()).isPresent());
  }

  @Test
  default void a_key_is_issued_once() {
    var account = Given.account().in(storage());
    var key = key(account.id(), "a", minute(1));
    storage().accounts().addKey(key);

    assertThrows(RuntimeException.class, () -> storage().accounts().addKey(key));
    assertEquals(List.of(key), storage().accounts().keys(account.id()));
  }

  @Test
  default void ids_are_never_given_twice() {
    var orders =
        Race.of(
            8, i -> IntStream.range(0, 250).mapToObj(n -> storage().ids().nextOrder()).toList());
    var accounts = Race.of(8, i -> storage().ids().nextAccount());

    var distinct = new HashSet<>(orders.stream().flatMap(List::stream).toList());
    assertEquals(2_000, distinct.size());
    assertEquals(8, new HashSet<>(accounts).size());
  }

  private static ApiKey key(AccountId account, String name, Instant at) {
    var hash = (account + name).repeat(64).substring(0, 64);
    return new ApiKey("cp_" + account + name, hash, account, "label " + name, at, Optional.empty());
  }
}
