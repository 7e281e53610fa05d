package dev.codeport.domain.order;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Route;

/** The tier that is being asked or was taken, and what the customer pays for it. */
public record Charge(Tier tier, Money price) {
  public static Charge of(Route route) {
    return new Charge(route.tier(), route.price());
  }
}
