package dev.codeport.http.api;

import dev.codeport.domain.secret.Secret;
import dev.codeport.http.server.Endpoint;

/** Lets in whoever has the admin key. */
final class AdminGate {
  private final Secret key;

  AdminGate(Secret key) {
    this.key = key;
  }

  Endpoint admit(Endpoint endpoint) {
    return request ->
        request.bearer().map(Secret::of).filter(key::equals).isPresent()
            ? endpoint.answer(request)
            : Problem.UNAUTHORIZED
                .reply("The admin key is needed.")
                .with("WWW-Authenticate", "Bearer");
  }
}
