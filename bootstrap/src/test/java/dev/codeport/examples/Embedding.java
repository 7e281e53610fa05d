package dev.codeport.examples;

import dev.codeport.application.Codeport;
import dev.codeport.application.CodeportBuilder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.code.Code;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Inbox;
import dev.codeport.domain.order.Wish;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.memory.MemoryRateLimiter;
import dev.codeport.memory.MemoryStockCache;
import dev.codeport.memory.MemoryStorage;
import dev.codeport.provider.kit.ProviderFactory;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codeport inside another service. */
final class Embedding {
  private final InstantSource clock = InstantSource.system();

  NumberProvider vendor(String url, String apiKey) {
    // region vendor
    var around = new Surroundings(Atlas.standard(), clock, Upstream.client(64));
    var login = new Section("provider.swift", Map.of("url", url, "api-key", apiKey));
    var vendor = ProviderFactory.named("handlerapi").open(new ProviderId("swift"), login, around);
    // endregion
    return vendor;
  }

  Codeport codeport(NumberProvider vendor, Keyring keyring) {
    // region codeport
    var codeport =
        CodeportBuilder.over(new MemoryStorage(Ledger.rupiah())) // or PostgresStorage.open(…)
            .providers(List.of(vendor))
            .stockCache(new MemoryStockCache())
            .rateLimiter(new MemoryRateLimiter(clock))
            .keyring(keyring)
            .build();
    // endregion
    return codeport;
  }

  AccountId account(Codeport codeport) {
    // region account
    codeport.setExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("16250"));
    codeport.workers().start(); // hears of stock, polls for SMS, ends what is over
    var account = codeport.openAccount("mine").id();
    codeport.topUp(account, Money.of(100_000, Currency.IDR), "to begin with");
    // endregion
    return account;
  }

  OrderId order(Codeport codeport, AccountId account) {
    // region order
    var wish = Wish.Routed.cheapest(new CatalogProductId(88)); // WhatsApp, Indonesia
    var command = new PlaceOrder.Command(account, Optional.empty(), wish, 1);
    if (!(codeport.placeOrder(command) instanceof PlaceOrder.Accepted accepted)) {
      throw new IllegalStateException("sold out, or too poor; a switch would tell them apart");
    }
    var order = accepted.orders().getFirst().order().id();
    // endregion
    return order;
  }

  Optional<Code> code(Codeport codeport, AccountId account, OrderId order) {
    // region code
    var code =
        codeport
            .order(account, order)
            .flatMap(shown -> shown.order().received())
            .flatMap(Inbox::code);
    // endregion
    return code;
  }
}
