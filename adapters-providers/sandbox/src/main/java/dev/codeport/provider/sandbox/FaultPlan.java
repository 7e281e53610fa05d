package dev.codeport.provider.sandbox;

import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Which requests go wrong: those that are queued first, then some by chance. */
public final class FaultPlan {
  private final ReentrantLock lock = new ReentrantLock();
  private final RandomGenerator random;
  private final List<Fault> queue = new ArrayList<>();
  private final Map<Fault, Double> rates = new LinkedHashMap<>();
  private final Map<Kind, Long> seen = new EnumMap<>(Kind.class);

  /**
   * @param random must be made for several threads
   */
  public FaultPlan(RandomGenerator random) {
    this.random = random;
  }

  public void add(List<Fault> faults) {
    locked(() -> queue.addAll(faults));
  }

  public void rate(Fault fault, double rate) {
    locked(() -> rates.put(fault, rate));
  }

  public void clear() {
    lock.lock();
    try {
      queue.clear();
      rates.clear();
    } finally {
      lock.unlock();
    }
  }

  /** What goes wrong with a request of this place; then it is no longer planned. */
  public Optional<Fault> take(Place place) {
    lock.lock();
    try {
      var planned = queue.stream().filter(fault -> fault.on().covers(place)).findFirst();
      planned.ifPresent(queue::remove);
      return planned.or(() -> byChance(place));
    } finally {
      lock.unlock();
    }
  }

  /** It really happened. */
  public void saw(Kind kind) {
    locked(() -> seen.merge(kind, 1L, Long::sum));
  }

  public Map<Kind, Long> seen() {
    return locked(() -> Map.copyOf(seen));
  }

  public List<Fault> pending() {
    return locked(() -> List.copyOf(queue));
  }

  private Optional<Fault> byChance(Place place) {
    return rates.entrySet().stream()
        .filter(rate -> rate.getKey().on().covers(place))
        .filter(rate -> random.nextDouble() < rate.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
