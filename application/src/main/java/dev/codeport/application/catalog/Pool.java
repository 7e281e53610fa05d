package dev.codeport.application.catalog;

import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.pool.NumberProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The vendors of this deployment, by name. */
public final class Pool {
  private final Map<ProviderId, NumberProvider> providers = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException when two have the same name
   */
  public Pool(List<NumberProvider> providers) {
    for (var provider : providers) {
      var id = provider.profile().id();
      if (this.providers.put(id, provider) != null) {
        throw new IllegalArgumentException("two providers are named " + id);
      }
    }
  }

  public Collection<NumberProvider> all() {
    return providers.values();
  }

  /** Empty for a vendor that was once configured and is no more. */
  public Optional<NumberProvider> find(ProviderId id) {
    return Optional.ofNullable(providers.get(id));
  }

  /** Those that can be bought from now; the others are left alone for a while. */
  public Set<ProviderId> selling() {
    return all().stream()
        .filter(provider -> provider.health().sells())
        .map(provider -> provider.profile().id())
        .collect(Collectors.toSet());
  }

  public Set<Currency> currencies() {
    return all().stream().map(p -> p.profile().currency()).collect(Collectors.toSet());
  }
}
