package dev.codeport.application.vendor;

import dev.codeport.domain.id.ProviderId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Our money at the vendors, as they last told it to this node. */
public final class Balances {
  private final Map<ProviderId, ReadVendors.Balance> known = new ConcurrentHashMap<>();

  void heard(ProviderId provider, ReadVendors.Balance balance) {
    known.put(provider, balance);
  }

  Optional<ReadVendors.Balance> of(ProviderId provider) {
    return Optional.ofNullable(known.get(provider));
  }
}
