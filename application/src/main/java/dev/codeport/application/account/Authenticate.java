package dev.codeport.application.account;

import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.secret.Secret;
import java.util.Optional;

/** Finds out whose key it is. */
public interface Authenticate {
  /**
   * The holder of this key; empty when it is unknown, revoked, or its account suspended. Revoking
   * reaches other nodes within two seconds.
   */
  Optional<ApiKey.Holder> authenticate(Secret key);
}
