package dev.codeport.memory;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Operator;
import dev.codeport.domain.catalog.OperatorId;
import dev.codeport.domain.catalog.Tier;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.catalog.Tiers;
import dev.codeport.domain.id.ProviderId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

final class MemoryTiers implements Tiers {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<TierKey, Tier> byKey = new HashMap<>();
  private final List<Tier> byId = new ArrayList<>();
  private final Map<String, Operator> operators = new HashMap<>();

  @Override
  public Map<TierKey, Tier> identify(Collection<TierKey> keys) {
    lock.lock();
    try {
      Map<TierKey, Tier> found = new LinkedHashMap<>();
      keys.forEach(key -> found.put(key, byKey.computeIfAbsent(key, this::allot)));
      return found;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Tier> find(TierId id) {
    lock.lock();
    try {
      return id.value() <= byId.size() ? Optional.of(byId.get(id.value() - 1)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  List<TierId> of(CatalogProductId product) {
    lock.lock();
    try {
      return byId.stream().filter(tier -> tier.product().equals(product)).map(Tier::id).toList();
    } finally {
      lock.unlock();
    }
  }

  List<Tier> of(ProviderId provider) {
    lock.lock();
    try {
      return byId.stream().filter(tier -> tier.key().provider().equals(provider)).toList();
    } finally {
      lock.unlock();
    }
  }

  private Tier allot(TierKey key) {
    var operator = key.operator().map(code -> operators.computeIfAbsent(code, this::allot));
    var tier = new Tier(new TierId(byId.size() + 1), key, operator);
    byId.add(tier);
    return tier;
  }

  private Operator allot(String code) {
    return new Operator(new OperatorId(operators.size() + 1), code);
  }
}
