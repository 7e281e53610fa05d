package dev.codeport.http.facade.startmessaging;

import dev.codeport.http.api.CustomerGate;
import dev.codeport.http.server.Reply;
import java.time.Duration;

/** Keys come in {@code X-API-Key}, or as bearer tokens, as they do to our own API. */
final class StartMessagingGate implements CustomerGate.Dialect {
  @Override
  public Reply unauthorized() {
    return Failure.UNAUTHORIZED
        .reply("A valid API key is needed.")
        .with("WWW-Authenticate", "Bearer");
  }

  @Override
  public Reply tooOften(String policy, Duration retryAfter) {
    return Failure.RATE_LIMITED.reply("Too many requests; slow down.", retryAfter);
  }
}
