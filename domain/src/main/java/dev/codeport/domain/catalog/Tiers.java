package dev.codeport.domain.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the ids of tiers and operators, for ever: a key that was seen once has the same id on every
 * node from then on. Answers may be remembered without end.
 */
public interface Tiers {
  /** The tiers of these keys; those not seen before get an id now. */
  Map<TierKey, Tier> identify(Collection<TierKey> keys);

  Optional<Tier> find(TierId id);
}
