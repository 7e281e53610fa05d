package dev.codeport.provider.fivesim;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.provider.kit.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;

/** One vendor account with all that is needed to deal with it. */
record Vendor(
    ProviderId id,
    FiveSimSettings settings,
    FiveSimClient client,
    Names<Country> countries,
    Names<Platform> products,
    InstantSource clock) {

  static Vendor of(ProviderId id, FiveSimSettings settings, Surroundings around) {
    var atlas = Atlas.standard();
    return new Vendor(
        id,
        settings,
        new FiveSimClient(settings, around.client(), around.clock()),
        Names.load("countries.tsv", atlas::countryByIso),
        Names.load("products.tsv", atlas::platformBySlug),
        around.clock());
  }

  LeaseRef lease(String orderId) {
    return new LeaseRef(id, orderId);
  }

  /** What is below a millionth is rounded up. */
  Money money(BigDecimal amount) {
    return Money.of(amount.setScale(6, RoundingMode.CEILING), settings.currency());
  }

  Instant now() {
    return clock.instant();
  }
}
