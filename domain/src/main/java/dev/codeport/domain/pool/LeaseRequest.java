package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.money.Money;
import java.util.Optional;

/**
 * What we ask a vendor for.
 *
 * @param reference ours, unique for ever; passed on where the vendor takes one
 * @param operator the operator's code; none for any
 * @param maxCost not to be exceeded, in the vendor's currency
 */
public record LeaseRequest(
    String reference,
    Country country,
    Platform platform,
    Optional<String> operator,
    Money maxCost) {}
