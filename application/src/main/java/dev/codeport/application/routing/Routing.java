package dev.codeport.application.routing;

import dev.codeport.application.catalog.Pool;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.pool.Circumstances;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Standing;
import dev.codeport.domain.pool.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All that a choice of routes depends on, as it is now. Safe for many threads. */
public final class Routing {
  private final Pool pool;
  private final RoutingSettings settings;
  private final Tallies tallies;
  private final Balances balances = new Balances();
  private final RandomGenerator random;

  public Routing(Pool pool, Orders orders, RoutingSettings settings, RandomGenerator random) {
    this.pool = pool;
    this.settings = settings;
    this.tallies = new Tallies(orders, settings.halfLife());
    this.random = random;
  }

  /** What we have at the vendors. */
  public Balances balances() {
    return balances;
  }

  /** By tier of this product; may be some seconds old. */
  public Map<TierId, Tally> tallies(CatalogProductId product, Instant now) {
    return tallies.of(product, now);
  }

  public Circumstances around() {
    Map<ProviderId, Standing> standings = new HashMap<>();
    for (var provider : pool.all()) {
      standings.put(provider.profile().id(), standing(provider));
    }
    return new Circumstances(settings.balance(), standings, random);
  }

  /** Whether only so much is to lie at this vendor. */
  public boolean isLimited(NumberProvider provider) {
    return settings.mostAtVendor().containsKey(provider.profile().id());
  }

  public Standing standing(NumberProvider provider) {
    var id = provider.profile().id();
    return new Standing(
        !provider.health().sells(),
        balances.of(id).map(Balances.Balance::amount),
        Optional.ofNullable(settings.mostAtVendor().get(id))
            .map(most -> Money.of(most, provider.profile().currency())));
  }
}
