package dev.codeport.domain.pool;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import java.time.Instant;
import java.util.Optional;

/**
 * A lease in the vendor's own list.
 *
 * @param reference our reference, where the vendor keeps it
 * @param country none when the vendor's code means nothing to us; so with {@code platform}
 * @param startedAt when the vendor says it began
 * @param state whether it runs, was taken back without cost, or was finished and paid for
 */
public record Holding(
    Lease lease,
    Optional<String> reference,
    Optional<CountryId> country,
    Optional<PlatformId> platform,
    Instant startedAt,
    LeaseNews.State state) {}
