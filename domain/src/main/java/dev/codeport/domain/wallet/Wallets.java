package dev.codeport.domain.wallet;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of what {@code Storage.commit} wrote. A wallet always equals the sum of its postings. */
public interface Wallets {
  /** The account's wallet; an empty one when the account is unknown. */
  Wallet wallet(AccountId account);

  /**
   * The account's entries with a number above {@code after}, oldest first, at most {@code limit}.
   */
  List<Numbered> entries(AccountId account, long after, int limit);

  /** Those with a number below {@code before}, newest first, at most {@code limit}. */
  List<Numbered> newest(AccountId account, long before, int limit);

  /** Every posting summed anew. For audits; reads the whole table. */
  Audit audit();

  /** An entry and its place in the order in which they were committed. */
  record Numbered(long number, Entry entry) {}

  /**
   * @param books the sum of each book, in each currency
   * @param crooked accounts whose wallet is not the sum of its postings, or is negative
   */
  record Audit(Map<Book, Map<Currency, Money>> books, List<AccountId> crooked) {
    /** Whether all postings together sum to zero in each currency, and no wallet is crooked. */
    public boolean balances() {
      Map<Currency, Money> sums = new HashMap<>();
      books.values().forEach(of -> of.forEach((in, sum) -> sums.merge(in, sum, Money::plus)));
      return crooked.isEmpty() && sums.values().stream().allMatch(Money::isZero);
    }
  }
}
