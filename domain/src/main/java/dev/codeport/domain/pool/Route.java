package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * A tier that can be bought now, with what it costs us and what the customer pays.
 *
 * @param count how many the vendor says it has
 * @param success how often a code arrived there lately
 */
public record Route(
    Tier tier, Money cost, Money price, Optional<ExchangeRate> rate, int count, Success success) {}
