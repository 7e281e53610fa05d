package dev.codeport.http.api;

import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The gate of our own API. */
final class OwnDialect implements CustomerGate.Dialect {
  @Override
  public Reply unauthorized() {
    return Problem.UNAUTHORIZED
        .reply("A valid API key is needed, as bearer token or in X-API-Key.")
        .with("WWW-Authenticate", "Bearer");
  }

  @Override
  public Reply tooOften(String policy, Duration retryAfter) {
    return Problem.QUOTA_EXCEEDED
        .reply("Too many requests; slow down.", Map.of("violated-policies", List.of(policy)))
        .retryAfter(retryAfter);
  }
}
