package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Act.Author;
import dev.codeport.domain.account.Act.Door;
import dev.codeport.domain.account.Act.Kind;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.wallet.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link Acts} must do. */
public interface ActsContract extends StorageStage {
  @Test
  default void acts_read_back_newest_first() {
    var opened = act(Kind.ACCOUNT_OPENED, Optional.of(new AccountId(7)), "\"Ąçmé\" 😀");
    var blocked = act(Kind.LIST_LINE_SET, Optional.empty(), "");

    acts().write(opened);
    acts().write(blocked);

    assertEquals(List.of(blocked, opened), newest(Optional.empty(), 10));
  }

  @Test
  default void acts_on_one_account_are_found_without_the_others() {
    var mine = act(Kind.KEY_ISSUED, Optional.of(new AccountId(7)), "cp_abc");
    var other = act(Kind.KEY_ISSUED, Optional.of(new AccountId(77)), "cp_def");
    var nobodys = act(Kind.RATE_SET, Optional.empty(), "USD/IDR 16250");
    List.of(mine, other, nobodys).forEach(acts()::write);

    assertEquals(List.of(mine), newest(Optional.of(new AccountId(7)), 10));
    assertEquals(List.of(), newest(Optional.of(new AccountId(8)), 10));
  }

  @Test
  default void a_list_of_acts_goes_on_where_it_ended() {
    for (int i = 0; i < 5; i++) {
      acts().write(act(Kind.MONEY_ADDED, Optional.of(new AccountId(7)), "act " + i));
    }

    var first = acts().newest(Optional.empty(), Long.MAX_VALUE, 2);
    var rest = acts().newest(Optional.of(new AccountId(7)), first.getLast().number(), 10);

    assertEquals(
        List.of("act 4", "act 3", "act 2", "act 1", "act 0"),
        Stream.concat(first.stream(), rest.stream()).map(each -> each.act().detail()).toList());
    assertTrue(rest.getLast().number() > 0);
  }

  @Test
  default void of_acts_written_at_once_none_is_lost() {
    Race.of(
        8,
        i -> {
          acts().write(act(Kind.MARKUP_SET, Optional.empty(), "act " + i));
          return i;
        });

    var numbers = new HashSet<Long>();
    acts()
        .newest(Optional.empty(), Long.MAX_VALUE, 100)
        .forEach(each -> numbers.add(each.number()));
    assertEquals(8, numbers.size());
  }

  @Test
  default void a_change_is_made_and_written_down() {
    var account = Given.account().in(storage());
    var act = act(Kind.ACCOUNT_SUSPENDED, Optional.of(account.id()), "");

    var made =
        acts()
            .written(
                () -> storage().accounts().update(suspended(account)), known -> Optional.of(act));

    assertTrue(made);
    assertTrue(storage().accounts().find(account.id()).orElseThrow().suspended());
    assertEquals(List.of(act), newest(Optional.of(account.id()), 10));
  }

  @Test
  default void what_was_refused_is_answered_and_not_written_down() {
    var account = Given.account().with(100).in(storage());
    var poor = Entry.adjust(account.id(), Given.rupiah(-101), "", minute(1));

    var result =
        acts()
            .written(
                () -> storage().commit(Change.of(account.id()).entry(poor).build()),
                refused -> Optional.empty());

    assertEquals(CommitResult.TooPoor.class, result.getClass());
    assertEquals(List.of(), newest(Optional.of(account.id()), 10));
    assertEquals(Given.rupiah(100), storage().wallets().wallet(account.id()).available());
  }

  private static Account suspended(Account a) {
    return new Account(a.id(), a.name(), a.openedAt(), true, a.exemptions(), a.ban());
  }

  private Acts acts() {
    return storage().acts();
  }

  private List<Act> newest(Optional<AccountId> account, int limit) {
    return acts().newest(account, Long.MAX_VALUE, limit).stream().map(Acts.Numbered::act).toList();
  }

  private static Act act(Kind kind, Optional<AccountId> account, String detail) {
    return new Act(new Author(Door.CONSOLE, "203.0.113.9"), kind, account, detail, minute(1));
  }
}
