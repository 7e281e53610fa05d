package dev.codeport.application.vendor;

import dev.codeport.application.catalog.Pool;
import dev.codeport.application.routing.Balances;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.pool.Success;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class ReadVendorsService implements ReadVendors {
  private final Pool pool;
  private final Orders orders;
  private final StockCache stock;
  private final Balances balances;
  private final InstantSource clock;

  ReadVendorsService(
      Pool pool, Orders orders, StockCache stock, Balances balances, InstantSource clock) {
    this.pool = pool;
    this.orders = orders;
    this.stock = stock;
    this.balances = balances;
    this.clock = clock;
  }

  @Override
  public List<Vendor> vendors() {
    var success = orders.success(clock.instant().minus(WINDOW));
    var stocked =
        stock.all().stream().collect(Collectors.groupingBy(each -> each.offer().tier().provider()));
    return pool.all().stream().map(each -> vendor(each, success, stocked)).toList();
  }

  @Override
  public Optional<List<Sold>> sold(ProviderId vendor) {
    return pool.find(vendor)
        .map(provider -> orders.success(vendor, clock.instant().minus(WINDOW)))
        .map(ReadVendorsService::sold);
  }

  private static List<Sold> sold(Map<CatalogProductId, Success> success) {
    return success.entrySet().stream()
        .map(each -> new Sold(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Sold each) -> -each.success().total())
                .thenComparing(each -> each.product().value()))
        .toList();
  }

  private Vendor vendor(
      NumberProvider provider,
      Map<ProviderId, Success> success,
      Map<ProviderId, List<StockCache.Stocked>> stocked) {
    var id = provider.profile().id();
    return new Vendor(
        provider.profile(),
        provider.health(),
        balances.of(id),
        success.getOrDefault(id, Success.NONE),
        stock(stocked.getOrDefault(id, List.of())));
  }

  private static Stock stock(List<StockCache.Stocked> all) {
    var left = all.stream().filter(each -> each.offer().count() > 0).toList();
    return new Stock(
        left.size(),
        left.stream().mapToLong(each -> each.offer().count()).sum(),
        all.stream().map(StockCache.Stocked::asOf).max(Comparator.<Instant>naturalOrder()));
  }
}
