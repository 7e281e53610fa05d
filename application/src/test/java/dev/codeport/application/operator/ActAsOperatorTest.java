package dev.codeport.application.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.account.Account.Exemption;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Act.Author;
import dev.codeport.domain.account.Act.Door;
import dev.codeport.domain.account.Act.Kind;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.ForwardingStorage;
import dev.codeport.domain.storage.Storage;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActAsOperatorTest {
  private static final Instant NOW = Instant.parse("2031-01-02T12:00:00Z");
  private static final Author AUTHOR = new Author(Door.API, "203.0.113.9");

  private final Codeport codeport = codeport(new MemoryStorage(Ledger.rupiah()));
  private final ActAsOperator.Powers operator = codeport.asOperator(AUTHOR);
  private final AccountId account = operator.openAccount("Acme").id();

  @Test
  void every_change_is_written_down_with_who_made_it() {
    var key = operator.issueKey(account, "ci").orElseThrow();
    operator.revokeKey(account, key.key().prefix());
    operator.suspend(account, true);
    operator.suspend(account, false);
    operator.exempt(account, Set.of(Exemption.RATE_LIMIT, Exemption.ABUSE_GUARD));
    operator.topUp(account, rupiah(500), "cash");
    operator.adjust(account, rupiah(-20), "");
    operator.setExchangeRate(Currency.USD, Currency.IDR, BigDecimal.valueOf(16_250));
    var rule = MarkupRule.global(Markup.percent(20, Ledger.rupiah()));
    operator.setMarkup(rule);
    operator.removeMarkup(rule.scope());
    operator.putListEntry(
        new ListEntry(ListEntry.Kind.BLOCK, "+1415*", "pumped", Optional.empty()));
    operator.removeListEntry(ListEntry.Kind.BLOCK, "+1415*");
    operator.unlockPhone(account, new PhoneNumber("+14155550100"));

    var written = codeport.acts(Optional.empty(), Long.MAX_VALUE, 100).reversed();

    assertEquals(
        Set.of(Kind.values()),
        Set.copyOf(written.stream().map(each -> each.act().kind()).toList()));
    assertTrue(written.stream().allMatch(each -> each.act().author().equals(AUTHOR)));
    assertTrue(written.stream().allMatch(each -> each.act().at().equals(NOW)));
    assertEquals(
        List.of(
            "Acme",
            key.key().prefix() + " ci",
            key.key().prefix(),
            "",
            "",
            "abuse_guard, rate_limit",
            "500 IDR cash",
            "-20 IDR",
            "USD/IDR 16250",
            "account any, country any, platform any: 20 %, fixed 0 IDR, floor 0 IDR",
            "account any, country any, platform any",
            "block +1415*: pumped",
            "block +1415*",
            "+14155550100"),
        written.stream().map(each -> each.act().detail()).toList());
  }

  @Test
  void nothing_is_changed_that_cannot_be_written_down() {
    var storage = new MemoryStorage(Ledger.rupiah());
    var plain = codeport(storage);
    var id = plain.openAccount("Acme").id();
    var broken = codeport(new WithoutBook(storage)).asOperator(AUTHOR);
    var rule = MarkupRule.global(Markup.percent(20, Ledger.rupiah()));
    var line = new ListEntry(ListEntry.Kind.BLOCK, "+1415*", "pumped", Optional.empty());
    List<Runnable> powers =
        List.of(
            () -> broken.openAccount("Beta"),
            () -> broken.suspend(id, true),
            () -> broken.exempt(id, Set.of(Exemption.RATE_LIMIT)),
            () -> broken.issueKey(id, "ci"),
            () -> broken.topUp(id, rupiah(500), "cash"),
            () -> broken.adjust(id, rupiah(5), "gift"),
            () -> broken.setExchangeRate(Currency.USD, Currency.IDR, BigDecimal.TEN),
            () -> broken.setMarkup(rule),
            () -> broken.putListEntry(line));

    powers.forEach(power -> assertThrows(IllegalStateException.class, power::run));

    assertEquals(List.of(plain.account(id).orElseThrow()), plain.accounts(0, 10));
    assertEquals(Set.of(), plain.account(id).orElseThrow().exemptions());
    assertFalse(plain.account(id).orElseThrow().suspended());
    assertEquals(List.of(), plain.keys(id));
    assertEquals(rupiah(0), plain.wallet(id).available());
    assertEquals(Optional.empty(), storage.exchangeRates().rate(Currency.USD, Currency.IDR));
    assertEquals(List.of(), plain.markups());
    assertEquals(List.of(), plain.listEntries());
  }

  /** A storage whose book takes nothing. */
  private static final class WithoutBook extends ForwardingStorage {
    WithoutBook(Storage behind) {
      super(behind);
    }

    @Override
    public Acts acts() {
      return new Acts() {
        @Override
        public void write(Act act) {
          throw new IllegalStateException("no book");
        }

        @Override
        public <T> T written(Supplier<T> change, Function<T, Optional<Act>> act) {
          throw new IllegalStateException("no book");
        }

        @Override
        public List<Numbered> newest(Optional<AccountId> account, long before, int limit) {
          return List.of();
        }
      };
    }
  }

  @Test
  void what_was_refused_is_not_written_down() {
    var nobody = new AccountId(99);

    operator.suspend(nobody, true);
    operator.exempt(nobody, Set.of());
    operator.issueKey(nobody, "");
    operator.revokeKey(account, "cp_none");
    operator.topUp(account, rupiah(0), "");
    operator.adjust(account, rupiah(-1), "");
    operator.removeListEntry(ListEntry.Kind.SAFE, "+1415*");

    assertEquals(List.of(Kind.ACCOUNT_OPENED), kinds());
  }

  @Test
  void money_under_one_name_is_booked_and_written_down_once() {
    var request = Optional.of(named("transfer-7", "500"));

    var first = operator.topUp(account, rupiah(500), "", request);
    var again = operator.topUp(account, rupiah(500), "", request);
    var other = operator.topUp(account, rupiah(501), "", Optional.of(named("transfer-7", "501")));

    assertInstanceOf(FundAccount.Funded.class, first);
    assertEquals(new FundAccount.Replayed(codeport.wallet(account)), again);
    assertInstanceOf(FundAccount.Reused.class, other);
    assertEquals(rupiah(500), codeport.wallet(account).available());
    assertEquals(List.of(Kind.MONEY_ADDED, Kind.ACCOUNT_OPENED), kinds());
  }

  @Test
  void a_refused_funding_leaves_its_name_free() {
    operator.adjust(account, rupiah(-5), "", Optional.of(named("transfer-7", "-5")));

    var result = operator.topUp(account, rupiah(5), "", Optional.of(named("transfer-7", "5")));

    assertInstanceOf(FundAccount.Funded.class, result);
  }

  @Test
  void the_operators_names_are_none_of_the_accounts_own() {
    operator.topUp(account, rupiah(5), "", Optional.of(named("same", "5")));

    var own = codeport.claimRequest(account, named("same", "cancel"), List.of());

    assertInstanceOf(ClaimRequest.Taken.class, own);
  }

  private List<Act.Kind> kinds() {
    return codeport.acts(Optional.of(account), Long.MAX_VALUE, 100).stream()
        .map(each -> each.act().kind())
        .toList();
  }

  private static Repeatable named(String key, String meaning) {
    return new Repeatable(new IdempotencyKey(key), Fingerprint.of(meaning));
  }

  private static Money rupiah(long units) {
    return Money.of(units, Currency.IDR);
  }

  private static Codeport codeport(Storage storage) {
    return CodeportBuilder.over(storage)
        .stockCache(new MemoryStockCache())
        .rateLimiter(new MemoryRateLimiter(InstantSource.fixed(NOW)))
        .keyring(
            new Keyring(
                Secret.of("h".repeat(32)), Map.of("k1", Secret.of("s".repeat(32))), new Random(2)))
        .clock(InstantSource.fixed(NOW))
        .random(new Random(3))
        .build();
  }
}
