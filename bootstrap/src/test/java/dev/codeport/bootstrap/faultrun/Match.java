package dev.codeport.bootstrap.faultrun;

import dev.codeport.contract.FarVendor.Sold;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.AttemptState;
import dev.codeport.domain.pool.LeaseRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which attempt of ours each number in a vendor's books belongs to: by the vendor's id, else by our
 * reference; a number that was written off without being known, by the time at which it was asked
 * for.
 */
final class Match {
  private static final Duration NEAR = Duration.ofSeconds(10);

  private final Map<String, Attempt> bySold = new HashMap<>();
  private final Map<String, Attempt> byReference = new HashMap<>();
  private final List<String> twice = new ArrayList<>();

  Match(Ours ours, Vendor vendor, List<Sold> sold) {
    var provider = new ProviderId(vendor.name());
    var asked =
        ours.allAttempts().stream()
            .filter(attempt -> attempt.provider().equals(provider))
            .sorted(Comparator.comparing(Attempt::askedAt))
            .toList();
    for (var attempt : asked) {
      byReference.put(attempt.reference(), attempt);
      attempt.lease().map(LeaseRef::id).ifPresent(id -> put(id, attempt));
    }
    for (var one : sold) {
      one.reference()
          .map(byReference::get)
          .ifPresent(attempt -> bySold.putIfAbsent(one.id(), attempt));
    }
    byTime(sold, asked);
  }

  Optional<Attempt> of(String soldId) {
    return Optional.ofNullable(bySold.get(soldId));
  }

  Optional<Attempt> byReference(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  /** Numbers that two attempts have. */
  List<String> twice() {
    return twice;
  }

  private void put(String id, Attempt attempt) {
    var other = bySold.put(id, attempt);
    if (other != null) {
      twice.add("number " + id + " belongs to " + other + " and to " + attempt);
    }
  }

  private void byTime(List<Sold> sold, List<Attempt> asked) {
    var leaked =
        new ArrayList<>(
            asked.stream()
                .filter(each -> each.state() == AttemptState.LEAKED && each.lease().isEmpty())
                .toList());
    sold.stream()
        .filter(one -> !bySold.containsKey(one.id()))
        .sorted(Comparator.comparing(Sold::refunded)) // those that cost something first
        .forEach(
            one ->
                leaked.stream()
                    .filter(attempt -> distance(one, attempt).compareTo(NEAR) < 0)
                    .min(Comparator.comparing(attempt -> distance(one, attempt)))
                    .ifPresent(
                        attempt -> {
                          leaked.remove(attempt);
                          bySold.put(one.id(), attempt);
                        }));
  }

  private static Duration distance(Sold sold, Attempt attempt) {
    return Duration.between(attempt.askedAt(), sold.startedAt()).abs();
  }
}
