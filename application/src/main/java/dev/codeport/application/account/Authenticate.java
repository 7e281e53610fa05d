package dev.codeport.application.account;

import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds out whose key it is. */
public interface Authenticate {
  /**
   * The holder of this key; empty when it is unknown, revoked, or its account suspended. Revoking
   * reaches other nodes within two seconds.
   */
  Optional<ApiKey.Holder> authenticate(Secret key);

  static Authenticate over(
      Storage storage,
      AccountDirectory directory,
      Keyring keyring,
      InstantSource clock,
      RandomGenerator random) {
    return new AccountService(storage, directory, keyring, clock, random);
  }
}
