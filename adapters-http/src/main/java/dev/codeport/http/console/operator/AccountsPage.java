package dev.codeport.http.console.operator;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.money.Money;
import java.util.List;

/**
 * What the template {@code accounts} shows.
 *
 * @param next where the list goes on; empty at its end
 * @param key of the form that opens one
 */
public record AccountsPage(List<Row> accounts, boolean later, String next, String key) {
  public record Row(Account account, Money available) {}
}
