package dev.codeport.contract;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.order.Orders.Shown;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import java.util.List;
import java.util.stream.Stream;

/** All that one can see of an account. */
public record Snapshot(
    Account account,
    Wallet wallet,
    List<Wallets.Numbered> entries,
    List<Outbox.Numbered> events,
    List<Order> orders,
    List<Attempt> attempts,
    List<Sms> messages,
    List<Claim> claims) {

  public static Snapshot of(Storage storage, AccountId id, IdempotencyKey... keys) {
    var orders = storage.orders().list(id, Shown.ALL, 1000, 0);
    return new Snapshot(
        storage.accounts().find(id).orElseThrow(),
        storage.wallets().wallet(id),
        storage.wallets().entries(id, 0, 1000),
        storage.outbox().events(id, 0, 1000),
        orders,
        orders.stream().flatMap(o -> storage.orders().attempts(o.id()).stream()).toList(),
        orders.stream().flatMap(o -> storage.orders().messages(o.id()).stream()).toList(),
        Stream.of(keys).flatMap(key -> storage.idempotencyKeys().find(id, key).stream()).toList());
  }
}
