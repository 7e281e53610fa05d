package dev.codeport.application.order;

import dev.codeport.application.account.AccountDirectory;
import dev.codeport.application.catalog.LiveStock;
import dev.codeport.application.catalog.Pool;
import dev.codeport.application.catalog.TierDirectory;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.pricing.Prices;
import dev.codeport.application.routing.Routing;
import dev.codeport.application.routing.RoutingSettings;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.code.CodeExtractor;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.order.AbuseGuard;
import dev.codeport.domain.order.OrderRules;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.storage.Storage;
import dev.codeport.memory.MemoryStockCache;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The parts of a world, for tests that call one of them by itself. */
final class Parts {
  private Parts() {}

  static OrderParts of(World world) {
    return of(world, world.storage, "test", List.of(world.cheap, world.dear));
  }

  /** Those of one node of several. */
  static OrderParts of(
      World world, Storage storage, String node, List<? extends NumberProvider> vendors) {
    var pool = new Pool(List.copyOf(vendors));
    return new OrderParts(
        storage,
        pool,
        Atlas.standard(),
        new LiveStock(pool, new MemoryStockCache(), Duration.ofMinutes(2)),
        new TierDirectory(storage.tiers()),
        new Routing(pool, storage.orders(), RoutingSettings.STANDARD, new Random(2)),
        new Prices(storage, Ledger.rupiah(), pool.currencies(), Duration.ofDays(7)),
        new AccountDirectory(storage.accounts()),
        OrderRules.STANDARD,
        AbuseGuard.STANDARD,
        CodeExtractor.standard(),
        200,
        Duration.ofSeconds(25),
        Duration.ofSeconds(90),
        node,
        world.clock,
        new Random(1),
        Observer.NONE);
  }
}
