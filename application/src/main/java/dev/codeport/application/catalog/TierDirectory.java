package dev.codeport.application.catalog;

import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.catalog.Tiers;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tiers by key and by id, remembered for good: they never change. */
public final class TierDirectory {
  private final Tiers tiers;
  private final Map<TierKey, Tier> byKey = new ConcurrentHashMap<>();
  private final Map<TierId, Tier> byId = new ConcurrentHashMap<>();

  public TierDirectory(Tiers tiers) {
    this.tiers = tiers;
  }

  public Map<TierKey, Tier> identify(Collection<TierKey> keys) {
    var unseen = keys.stream().filter(key -> !byKey.containsKey(key)).collect(Collectors.toSet());
    if (!unseen.isEmpty()) {
      tiers.identify(unseen).values().forEach(this::remember);
    }
    return keys.stream().distinct().collect(Collectors.toMap(key -> key, byKey::get));
  }

  public Optional<Tier> find(TierId id) {
    var known = Optional.ofNullable(byId.get(id));
    if (known.isPresent()) {
      return known;
    }
    var read = tiers.find(id);
    read.ifPresent(this::remember);
    return read;
  }

  private void remember(Tier tier) {
    byKey.put(tier.key(), tier);
    byId.put(tier.id(), tier);
  }
}
