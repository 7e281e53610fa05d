package dev.codeport.provider.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Calls and failures of the last while, counted in slices of time. */
final class Tally {
  private final Duration slice;
  private final Duration window;
  private final ArrayDeque<Slice> slices = new ArrayDeque<>();

  private static final class Slice {
    private final Instant until;
    private long calls;
    private long failures;

    Slice(Instant until) {
      this.until = until;
    }
  }

  Tally(Duration window, int slices) {
    this.window = window;
    this.slice = window.dividedBy(slices);
  }

  void count(Instant now, boolean failed) {
    forget(now);
    if (slices.isEmpty() || !slices.getLast().until.isAfter(now)) {
      slices.addLast(new Slice(now.plus(slice)));
    }
    slices.getLast().calls++;
    slices.getLast().failures += failed ? 1 : 0;
  }

  long calls(Instant now) {
    forget(now);
    return slices.stream().mapToLong(each -> each.calls).sum();
  }

  long failures(Instant now) {
    forget(now);
    return slices.stream().mapToLong(each -> each.failures).sum();
  }

  void clear() {
    slices.clear();
  }

  private void forget(Instant now) {
    while (!slices.isEmpty() && !slices.getFirst().until.plus(window).isAfter(now)) {
      slices.removeFirst();
    }
  }
}
