package dev.codeport.domain.idempotency;

import dev.codeport.domain.id.AccountId;
import java.util.Optional;

/** Reads of the claims that changes brought in. A key is unique within its account. */
public interface IdempotencyKeys {
  Optional<Claim> find(AccountId account, IdempotencyKey key);
}
