package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.contract.Given.rupiah;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Moves money at random, right and wrong, and keeps a book of its own of what was accepted. */
final class WalletWalk {
  private final Storage storage;
  private final List<AccountId> accounts;
  private final RandomGenerator chance;
  private final List<Held> held = new ArrayList<>();
  private final Map<AccountId, Money> deltas = new HashMap<>();

  private record Held(AccountId account, OrderId order, Money price) {}

  WalletWalk(Storage storage, List<AccountId> accounts, RandomGenerator chance) {
    this.storage = storage;
    this.accounts = accounts;
    this.chance = chance;
  }

  WalletWalk run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
    return this;
  }

  /** What was added to the account's own money. */
  Money delta(AccountId account) {
    return deltas.getOrDefault(account, rupiah(0));
  }

  private void step() {
    var account = accounts.get(chance.nextInt(accounts.size()));
    var amount = rupiah(1 + chance.nextInt(400_000));
    switch (chance.nextInt(6)) {
      case 0 -> move(Entry.topUp(account, amount, "walk", minute(1)), amount);
      case 1 -> move(Entry.adjust(account, amount.negated(), "walk", minute(1)), amount.negated());
      case 2 -> hold(account, amount);
      case 3 -> settle(true);
      case 4 -> settle(false);
      default -> move(leak(account), rupiah(0));
    }
  }

  private void hold(AccountId account, Money price) {
    var order = storage.ids().nextOrder();
    if (accepted(Entry.hold(account, order, price, minute(1)))) {
      held.add(new Held(account, order, price));
    }
  }

  /** One of those held, now and then one that was settled before. */
  private void settle(boolean capture) {
    if (held.isEmpty()) {
      return;
    }
    var one = held.get(chance.nextInt(held.size()));
    if (capture) {
      move(Entry.capture(one.account, one.order, one.price, minute(2)), one.price.negated());
    } else {
      move(Entry.release(one.account, one.order, one.price, minute(2)), rupiah(0));
    }
  }

  private Entry leak(AccountId account) {
    return Entry.leak(
        account, storage.ids().nextOrder(), Given.dollars("0.0044"), "walk", minute(3));
  }

  private void move(Entry entry, Money delta) {
    if (accepted(entry)) {
      deltas.merge(entry.account(), delta, Money::plus);
    }
  }

  private boolean accepted(Entry entry) {
    var result = storage.commit(Change.of(entry.account()).entry(entry).build());
    return result instanceof CommitResult.Committed;
  }
}
