package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor.Sold;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.wallet.Book;
import dev.codeport.domain.wallet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * I5: whatever the vendor billed was delivered or stands in the leak account, and nobody paid for
 * what brought nothing.
 */
final class VendorCheck {
  private final Ours ours;
  private final Vendor vendor;
  private final List<Finding> findings = new ArrayList<>();

  private VendorCheck(Ours ours, Vendor vendor) {
    this.ours = ours;
    this.vendor = vendor;
  }

  static List<Finding> of(Ours ours, Vendor vendor, List<Sold> sold, Match match) {
    var check = new VendorCheck(ours, vendor);
    match.twice().forEach(check::find);
    sold.forEach(one -> check.number(one, match.of(one.id())));
    return check.findings;
  }

  private void number(Sold sold, Optional<Attempt> attempt) {
    if (sold.open()) {
      find("still open: " + sold + " " + attempt);
    }
    if (attempt.isEmpty()) {
      if (!sold.refunded()) {
        find("an orphan that was billed: " + sold);
      }
      return;
    }
    boolean delivered = ours.isDelivered(attempt.get());
    boolean leaked = attempt.get().state() == AttemptState.LEAKED;
    if (delivered && sold.smsCount() == 0) {
      find("charged for what brought nothing: " + told(sold, attempt.get()));
    }
    if (!sold.refunded() && !delivered && !leaked) {
      find("billed for nothing and not in the leak account: " + told(sold, attempt.get()));
    }
    if (!sold.refunded() && !delivered && leaked && !leak(attempt.get()).isPositive()) {
      find("leaked, but the leak account does not know: " + told(sold, attempt.get()));
    }
  }

  private Money leak(Attempt attempt) {
    var currency = attempt.cost().currency();
    return ours.entries().getOrDefault(ours.order(attempt).account(), List.of()).stream()
        .map(numbered -> numbered.entry())
        .filter(entry -> entry.kind() == Entry.Kind.LEAK)
        .filter(entry -> entry.order().equals(Optional.of(attempt.order())))
        .map(entry -> entry.into(Book.LEAK, currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  private String told(Sold sold, Attempt attempt) {
    return sold + " " + attempt + " " + ours.order(attempt);
  }

  private void find(String what) {
    findings.add(new Finding("I5", vendor.name() + ": " + what));
  }
}
