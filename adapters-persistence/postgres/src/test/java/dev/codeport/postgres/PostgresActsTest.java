package dev.codeport.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.codeport.contract.Given;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fault between a change and its line in the book leaves neither. */
class PostgresActsTest {
  private final HikariDataSource source = Server.freshDatabase();
  private final Storage storage = Server.open(source);
  private final Account account = Given.account().with(100).in(storage);

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void money_is_not_moved_that_cannot_be_written_down() {
    var entry = Entry.topUp(account.id(), Given.rupiah(50), "", Given.minute(1));

    fail(() -> storage.commit(Change.of(account.id()).entry(entry).build()));

    assertEquals(Given.rupiah(100), storage.wallets().wallet(account.id()).available());
    assertEquals(1, storage.wallets().entries(account.id(), 0, 10).size());
  }

  @Test
  void nothing_else_is_changed_either() {
    var other = Account.opened(new AccountId(99), "Beta", Given.NOW);
    var rate = new ExchangeRate(Currency.USD, Currency.IDR, BigDecimal.valueOf(16_250), Given.NOW);

    fail(
        () -> {
          storage.accounts().open(other);
          storage.exchangeRates().put(rate);
          return storage.accounts().find(other.id());
        });

    assertEquals(Optional.empty(), storage.accounts().find(other.id()));
    assertEquals(Optional.empty(), storage.exchangeRates().rate(Currency.USD, Currency.IDR));
  }

  @Test
  void after_a_refusal_the_rest_goes_on() {
    var poor = Entry.adjust(account.id(), Given.rupiah(-101), "", Given.minute(1));
    var fine = Entry.adjust(account.id(), Given.rupiah(-30), "", Given.minute(1));

    var result =
        storage
            .acts()
            .written(
                () -> {
                  storage.commit(Change.of(account.id()).entry(poor).build());
                  return storage.commit(Change.of(account.id()).entry(fine).build());
                },
                done -> Optional.empty());

    assertEquals(CommitResult.Committed.class, result.getClass());
    assertEquals(Given.rupiah(70), storage.wallets().wallet(account.id()).available());
  }

  @Test
  void the_connection_is_given_back_as_it_was() {
    for (int i = 0; i < 3 * source.getMaximumPoolSize(); i++) {
      fail(() -> storage.accounts().find(account.id()));
    }

    var entry = Entry.topUp(account.id(), Given.rupiah(50), "", Given.minute(1));
    Given.committed(storage, Change.of(account.id()).entry(entry));

    assertEquals(Given.rupiah(150), storage.wallets().wallet(account.id()).available());
  }

  private void fail(Supplier<?> change) {
    assertThrows(
        IllegalStateException.class, () -> storage.acts().written(change, made -> broken()));
    assertEquals(0, storage.acts().newest(Optional.empty(), Long.MAX_VALUE, 10).size());
  }

  private static Optional<Act> broken() {
    throw new IllegalStateException("the process ends here");
  }
}
