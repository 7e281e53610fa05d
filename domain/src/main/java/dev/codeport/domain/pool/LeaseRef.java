package dev.codeport.domain.pool;

import dev.codeport.domain.id.ProviderId;

/**
 * A lease by the vendor's own name for it.
 *
 * @param id 1 to 100 characters, unique at that vendor
 */
public record LeaseRef(ProviderId provider, String id) {
  public LeaseRef {
    if (id.isBlank() || id.length() > 100) {
      throw new IllegalArgumentException("a lease id has 1 to 100 characters");
    }
  }
}
