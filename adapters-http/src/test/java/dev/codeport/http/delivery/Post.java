package dev.codeport.http.delivery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.contract.Given;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.event.Event;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.Order;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.WebhookSettings;
import dev.codeport.domain.webhook.WebhookTransport;
import dev.codeport.http.webhook.JsonWebhookBodies;
import dev.codeport.http.webhook.OkHttpWebhookTransport;
import dev.codeport.memory.MemoryDoorbell;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A Codeport without vendors whose orders are given, and whose time is moved. */
final class Post implements InstantSource {
  private volatile Instant now = Given.minute(10);
  final Storage storage;
  final Codeport codeport;
  final Account account;
  private final Order over;

  Post() {
    this(OkHttpWebhookTransport.forDevelopment());
  }

  Post(WebhookTransport transport) {
    this(transport, storage -> storage);
  }

  Post(WebhookTransport transport, UnaryOperator<Storage> before) {
    this.storage = before.apply(new MemoryStorage(Ledger.rupiah()));
    this.codeport =
        CodeportBuilder.over(storage)
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(this))
            .doorbell(new MemoryDoorbell())
            .keyring(
                new Keyring(
                    Secret.of("h".repeat(32)),
                    Map.of("k1", Secret.of("s".repeat(32))),
                    new Random(2)))
            .webhooks(transport, new JsonWebhookBodies(Atlas.standard()))
            .clock(this)
            .random(new Random(3))
            .build();
    this.account = Given.account().with(100_000_000).in(storage);
    this.over = Given.expiredOrder().of(account).in(storage);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void moveTo(Instant when) {
    now = when;
  }

  Post advance(Duration by) {
    now = now.plus(by);
    return this;
  }

  /** All that is due is sent when it returns. */
  void send() {
    codeport.workers().runDue();
  }

  Endpoint endpoint(Receiver receiver) {
    return endpoint(account.id(), receiver.url(), Map.of());
  }

  Endpoint endpoint(AccountId of, String url, Map<String, String> headers) {
    var wish = new ManageEndpoints.Description(url, Set.of(), headers, "");
    return assertInstanceOf(
            ManageEndpoints.Saved.class, codeport.addEndpoint(of, Optional.empty(), wish))
        .endpoint();
  }

  void smscode(Receiver receiver) {
    storage
        .webhooks()
        .put(
            account.id(),
            WebhookSettings.of(Optional.of(receiver.url()), Optional.of(Secret.of("shared"))));
  }

  /** Any event; answers its number. */
  long event() {
    var committed =
        Change.of(account.id())
            .event(Event.of(account.id(), Event.Type.ORDER_EXPIRED, over.id(), now));
    Given.committed(storage, committed);
    return storage.outbox().events(account.id(), 0, 1000).getLast().number();
  }

  Order.Received received() {
    return Given.receivedOrder().of(account).in(storage);
  }

  /** Three events. */
  void wholeOrder() {
    Given.completedOrder().of(account).in(storage);
  }

  Endpoint now(Endpoint endpoint) {
    return codeport.endpoint(endpoint.account(), endpoint.id()).orElseThrow();
  }

  List<Delivery> deliveries(Endpoint endpoint) {
    return codeport.deliveries(
        endpoint.account(), endpoint.id(), Optional.empty(), Long.MAX_VALUE, 1000);
  }
}
