package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is on its way on this node. Safe for many threads. */
final class Traffic {
  private final Map<EndpointId, Integer> toEndpoints = new HashMap<>();
  private final Map<AccountId, Integer> ofAccounts = new HashMap<>();
  private int all;

  synchronized void begin(Endpoint endpoint) {
    toEndpoints.merge(endpoint.id(), 1, Integer::sum);
    ofAccounts.merge(endpoint.account(), 1, Integer::sum);
    all++;
  }

  synchronized void end(Endpoint endpoint) {
    toEndpoints.computeIfPresent(endpoint.id(), (id, n) -> n == 1 ? null : n - 1);
    ofAccounts.computeIfPresent(endpoint.account(), (id, n) -> n == 1 ? null : n - 1);
    all--;
  }

  synchronized int count() {
    return all;
  }

  synchronized Set<EndpointId> endpointsWith(int atLeast) {
    return keysWith(toEndpoints, atLeast);
  }

  synchronized Set<AccountId> accountsWith(int atLeast) {
    return keysWith(ofAccounts, atLeast);
  }

  private static <K> Set<K> keysWith(Map<K, Integer> counts, int atLeast) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= atLeast)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
