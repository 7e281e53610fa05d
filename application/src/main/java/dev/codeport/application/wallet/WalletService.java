package dev.codeport.application.wallet;

import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.CommitResult.Committed;
import dev.codeport.domain.storage.CommitResult.KeyTaken;
import dev.codeport.domain.storage.CommitResult.Stale;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class WalletService implements ReadWallet, FundAccount {
  private static final int LONGEST_REFERENCE = 200;

  private final Storage storage;
  private final Ledger ledger;
  private final InstantSource clock;

  WalletService(Storage storage, Ledger ledger, InstantSource clock) {
    this.storage = storage;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Wallet wallet(AccountId account) {
    return storage.wallets().wallet(account);
  }

  @Override
  public List<Wallets.Numbered> entries(AccountId account, long after, int limit) {
    return storage.wallets().entries(account, after, limit);
  }

  @Override
  public List<Wallets.Numbered> newestEntries(AccountId account, long before, int limit) {
    return storage.wallets().newest(account, before, limit);
  }

  @Override
  public List<Orders.Spend> spend(AccountId account, LocalDate from, LocalDate to) {
    return storage.orders().spend(account, start(from), start(to.plusDays(1)));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Result topUp(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    if (!amount.isPositive()) {
      return new BadAmount("a top-up is above zero");
    }
    return fund(Entry.topUp(account, amount, cut(reference), clock.instant()), amount, request);
  }

  @Override
  public Result adjust(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    if (amount.isZero()) {
      return new BadAmount("an adjustment is not zero");
    }
    return fund(Entry.adjust(account, amount, cut(reference), clock.instant()), amount, request);
  }

  private Result fund(Entry entry, Money amount, Optional<Repeatable> request) {
    if (!ledger.fits(amount)) {
      return new BadAmount(
          "amounts are in %s with at most %d decimals"
              .formatted(ledger.currency(), ledger.scale()));
    }
    if (storage.accounts().find(entry.account()).isEmpty()) {
      return new NoSuchAccount();
    }
    var change = Change.of(entry.account()).entry(entry);
    request.map(each -> claim(each, entry.at())).ifPresent(change::claim);
    return switch (storage.commit(change.build())) {
      case Committed committed -> new Funded(committed.wallet());
      case CommitResult.TooPoor poor -> new TooPoor(poor.wallet().available());
      case Stale stale -> fund(entry, amount, request);
      case KeyTaken taken -> repeated(entry.account(), taken.claim(), request);
    };
  }

  private Result repeated(AccountId account, Claim taken, Optional<Repeatable> request) {
    var same = request.filter(each -> each.fingerprint().equals(taken.fingerprint())).isPresent();
    return same ? new Replayed(wallet(account)) : new Reused();
  }

  /** In the account's room for keys, where none of its own can be the same. */
  private static Claim claim(Repeatable request, Instant now) {
    var key = Fingerprint.of("operator", request.key().value()).hex();
    return new Claim(new IdempotencyKey(key), request.fingerprint(), List.of(), now);
  }

  private static String cut(String reference) {
    return reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE));
  }
}
