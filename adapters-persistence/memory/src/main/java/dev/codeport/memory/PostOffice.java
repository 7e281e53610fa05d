package dev.codeport.memory;

import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Endpoints, and what is or was sent to them; guarded by the lock of the {@link Tables}. */
final class PostOffice {
  private final Map<AccountId, Map<EndpointId, Endpoint>> endpoints = new LinkedHashMap<>();
  private final Map<EndpointId, NavigableMap<Long, Mail>> mail = new LinkedHashMap<>();

  Collection<Endpoint> of(AccountId account) {
    return endpoints.getOrDefault(account, Map.of()).values();
  }

  Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return Optional.ofNullable(endpoints.getOrDefault(account, Map.of()).get(id));
  }

  void put(Endpoint endpoint) {
    endpoints
        .computeIfAbsent(endpoint.account(), a -> new LinkedHashMap<>())
        .put(endpoint.id(), endpoint);
  }

  boolean remove(AccountId account, EndpointId id) {
    var ofAccount = endpoints.get(account);
    var there = ofAccount != null && ofAccount.remove(id) != null;
    if (there) {
      mail.remove(id);
    }
    return there;
  }

  /** One delivery for each endpoint of the account that hears of it. */
  void accept(Outbox.Numbered event) {
    of(event.event().account()).stream()
        .filter(endpoint -> !(endpoint.state() instanceof Endpoint.State.Disabled))
        .filter(endpoint -> endpoint.hears().contains(event.event().type()))
        .forEach(endpoint -> post(endpoint, event, event.event().at()));
  }

  void post(Endpoint endpoint, Outbox.Numbered event, Instant due) {
    all(endpoint.id()).put(event.number(), new Mail(endpoint, event, due));
  }

  NavigableMap<Long, Mail> all(EndpointId id) {
    return mail.computeIfAbsent(id, i -> new TreeMap<>());
  }

  int forget(Instant before, int limit) {
    var left = limit;
    for (var ofEndpoint : mail.values()) {
      for (var each = ofEndpoint.values().iterator(); each.hasNext() && left > 0; ) {
        var delivery = each.next().delivery();
        if (delivery.state() != Delivery.State.PENDING
            && delivery.event().event().at().isBefore(before)) {
          each.remove();
          left--;
        }
      }
    }
    return limit - left;
  }

  Stream<Endpoint> active() {
    return endpoints.values().stream()
        .flatMap(ofAccount -> ofAccount.values().stream())
        .filter(endpoint -> endpoint.state() instanceof Endpoint.State.Active);
  }

  /** What is due at an endpoint, the longest waiting first. */
  List<Mail> due(Endpoint endpoint, Instant now) {
    return all(endpoint.id()).values().stream()
        .filter(each -> each.isDue(now))
        .sorted(Comparator.comparing(each -> each.delivery().dueAt()))
        .toList();
  }
}
