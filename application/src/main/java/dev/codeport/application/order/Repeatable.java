package dev.codeport.application.order;

import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;

/**
 * The client's name for a request and what the request means; a repetition with the same meaning
 * gives the same orders, one with another meaning is refused.
 */
public record Repeatable(IdempotencyKey key, Fingerprint fingerprint) {}
