package dev.codeport.http.console.customer;

import java.time.Instant;
import java.util.Optional;

/** What the template {@code secret} shows; the secret is empty for an endpoint without one. */
public record SecretPage(String endpoint, String secret, Optional<Instant> formerUntil) {}
