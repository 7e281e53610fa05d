package dev.codeport.bootstrap.faultrun;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import dev.codeport.domain.wallet.Wallets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * I1, I3, I4: the ledger is balanced and only grew; each order's money was held once and then
 * either captured or released, all of it, and captured only if an SMS came in time.
 */
final class MoneyCheck {
  private final Ours ours;
  private final List<Finding> findings = new ArrayList<>();

  private MoneyCheck(Ours ours) {
    this.ours = ours;
  }

  /**
   * @param before the entries as they were in the middle of the run
   */
  static List<Finding> of(Ours ours, Map<AccountId, List<Wallets.Numbered>> before) {
    var check = new MoneyCheck(ours);
    check.ledger(before);
    check.orders();
    ours.entries().forEach(check::wallet);
    return check.findings;
  }

  private void ledger(Map<AccountId, List<Wallets.Numbered>> before) {
    if (!ours.audit().balances()) {
      findings.add(new Finding("I1", "the books do not balance: " + ours.audit()));
    }
    var held = ours.audit().books().getOrDefault(Book.HELD, Map.of());
    held.forEach(
        (currency, sum) -> {
          if (!sum.isZero()) {
            findings.add(new Finding("I3", "still held in all: " + sum));
          }
        });
    before.forEach(
        (account, entries) -> {
          var now = ours.entries().getOrDefault(account, List.of());
          if (!now.subList(0, Math.min(entries.size(), now.size())).equals(entries)) {
            findings.add(new Finding("I1", "entries of account " + account + " changed"));
          }
        });
  }

  private void orders() {
    var entries = ours.entriesByOrder();
    ours.orders().forEach((id, order) -> money(order, entries.getOrDefault(id, List.of())));
  }

  /** What was put in and not paid is there, and no more. */
  private void wallet(AccountId account, List<Wallets.Numbered> entries) {
    var paid =
        ours.orders().values().stream()
            .filter(order -> order.account().equals(account) && Ours.isPaid(order))
            .map(order -> order.charge().price())
            .reduce(Money.zero(Currency.IDR), Money::plus);
    var available = Money.zero(Currency.IDR);
    var funds = Money.zero(Currency.IDR);
    for (var each : entries) {
      var into = each.entry().into(Book.AVAILABLE, Currency.IDR);
      available = available.plus(into);
      funds = each.entry().kind() == Entry.Kind.TOP_UP ? funds.plus(into) : funds;
    }
    if (!available.equals(funds.minus(paid))) {
      findings.add(
          new Finding(
              "I4",
              "account %s put in %s, paid %s, has %s".formatted(account, funds, paid, available)));
    }
  }

  private void money(Order order, List<Entry> entries) {
    var held = sum(entries, Entry.Kind.HOLD, Entry.Kind.RAISE);
    var captured = sum(entries, Entry.Kind.CAPTURE).negated();
    var released = sum(entries, Entry.Kind.RELEASE).negated();
    if (count(entries, Entry.Kind.HOLD) != 1) {
      find("I2", order, "held " + count(entries, Entry.Kind.HOLD) + " times");
    }
    int ends = count(entries, Entry.Kind.CAPTURE) + count(entries, Entry.Kind.RELEASE);
    if (ends != 1) {
      find("I3", order, "its money ended " + ends + " times");
    }
    var end = Ours.isPaid(order) ? captured : released;
    if (!end.equals(held)) {
      find("I4", order, "held " + held + ", captured " + captured + ", released " + released);
    }
    var inTime =
        ours.messages().getOrDefault(order.id(), List.of()).stream().anyMatch(sms -> !sms.late());
    if (inTime != Ours.isPaid(order)) {
      find(inTime ? "I4" : "I7", order, inTime ? "not paid for its SMS" : "paid for no SMS");
    }
  }

  private static Money sum(List<Entry> entries, Entry.Kind... kinds) {
    var sum = Money.zero(Currency.IDR);
    for (var entry : entries) {
      if (List.of(kinds).contains(entry.kind())) {
        sum = sum.plus(entry.into(Book.HELD, Currency.IDR));
      }
    }
    return sum;
  }

  private static int count(List<Entry> entries, Entry.Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  private void find(String invariant, Order order, String what) {
    findings.add(new Finding(invariant, "order " + order.id() + " " + what + ": " + order));
  }
}
