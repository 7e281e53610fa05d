package dev.codeport.memory;

import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.pool.Outcome;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pool.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How asking each tier turned out, in the order in which it became known. */
final class OutcomeLog {
  private final Map<TierId, List<Outcome>> byTier = new HashMap<>();

  void add(Outcome outcome) {
    byTier.computeIfAbsent(outcome.tier(), tier -> new ArrayList<>()).add(outcome);
  }

  Optional<Success> success(TierId tier, Instant since) {
    var numbers =
        byTier.getOrDefault(tier, List.of()).stream()
            .filter(outcome -> !outcome.at().isBefore(since))
            .filter(outcome -> outcome.result() != Outcome.Result.REFUSED)
            .toList();
    var arrived = numbers.stream().filter(o -> o.result() == Outcome.Result.ARRIVED).count();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Success((int) arrived, numbers.size()));
  }

  Optional<Tally> tally(TierId tier, Instant now, Duration halfLife) {
    var newest =
        byTier.getOrDefault(tier, List.of()).stream()
            .sorted(Comparator.comparing(Outcome::at).reversed())
            .limit(Tally.NEWEST)
            .toList();
    return newest.isEmpty() ? Optional.empty() : Optional.of(Tally.of(newest, now, halfLife));
  }

  int forget(Instant before, int limit) {
    var left = limit;
    for (var outcomes : byTier.values()) {
      for (var each = outcomes.listIterator(); each.hasNext() && left > 0; ) {
        if (each.next().at().isBefore(before)) {
          each.remove();
          left--;
        }
      }
    }
    return limit - left;
  }
}
