package dev.codeport.http.console.customer;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.limit.Limit;
import java.time.Instant;
import java.util.Optional;

/**
 * What is shown of a key and whose it is.
 *
 * @param limited whether the limits apply
 * @param pausedUntil until when no orders are taken
 */
public record KeysPage(
    ApiKey key,
    Account account,
    boolean limited,
    Limit reads,
    Limit changes,
    Optional<Instant> pausedUntil) {}
