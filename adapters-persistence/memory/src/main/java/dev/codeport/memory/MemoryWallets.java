package dev.codeport.memory;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Posting;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MemoryWallets implements Wallets {
  private final Tables tables;

  MemoryWallets(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Wallet wallet(AccountId account) {
    return tables.locked(
        () ->
            tables
                .purse(account)
                .map(Purse::wallet)
                .orElseGet(() -> Wallet.empty(tables.currency)));
  }

  @Override
  public List<Numbered> entries(AccountId account, long after, int limit) {
    return tables.locked(
        () -> tables.purse(account).map(p -> p.entries(after, limit)).orElseGet(List::of));
  }

  @Override
  public List<Numbered> newest(AccountId account, long before, int limit) {
    return tables.locked(
        () -> tables.purse(account).map(p -> p.newest(before, limit)).orElseGet(List::of));
  }

  @Override
  public Audit audit() {
    return tables.locked(
        () -> {
          Map<Book, Map<Currency, Money>> books = new EnumMap<>(Book.class);
          var crooked = new ArrayList<AccountId>();
          tables
              .purses()
              .forEach(
                  (account, purse) -> {
                    postings(purse).forEach(posting -> add(books, posting));
                    if (isCrooked(purse)) {
                      crooked.add(account);
                    }
                  });
          return new Audit(books, List.copyOf(crooked));
        });
  }

  private boolean isCrooked(Purse purse) {
    var wallet = purse.wallet();
    return wallet.available().isNegative()
        || wallet.held().isNegative()
        || !wallet.available().equals(sum(purse.entries(), Book.AVAILABLE))
        || !wallet.held().equals(sum(purse.entries(), Book.HELD));
  }

  private Money sum(List<Entry> entries, Book book) {
    return entries.stream()
        .map(entry -> entry.into(book, tables.currency))
        .reduce(Money.zero(tables.currency), Money::plus);
  }

  private static List<Posting> postings(Purse purse) {
    return purse.entries().stream().flatMap(entry -> entry.postings().stream()).toList();
  }

  private static void add(Map<Book, Map<Currency, Money>> books, Posting posting) {
    books
        .computeIfAbsent(posting.book(), book -> new HashMap<>())
        .merge(posting.amount().currency(), posting.amount(), Money::plus);
  }
}
