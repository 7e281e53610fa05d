package dev.codeport.provider.kit;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a vendor's list of all that runs lately was: it may be too long for the few that one
 * wants to know of.
 */
public final class ListSize {
  /** About so many rows are as much work as one more question. */
  private static final int ROWS_PER_QUESTION = 30;

  private static final Duration BELIEVED = Duration.ofMinutes(1);

  /** A list that could not be read may have been too long, or its vendor away for a moment. */
  private static final Duration AVOIDED = Duration.ofSeconds(10);

  private volatile Seen last = new Seen(0, System.nanoTime());

  private record Seen(int rows, long until) {
    boolean isOld() {
      return System.nanoTime() - until > 0;
    }
  }

  /** Whether the list is less work than to ask for each of so many. */
  public boolean isWorth(int leases) {
    var seen = last;
    return leases > 1 && (seen.isOld() || seen.rows() / ROWS_PER_QUESTION <= leases);
  }

  /** What it was this time; none when it could not be read, perhaps for its length. */
  public void learn(Optional<Integer> rows) {
    var time = rows.isPresent() ? BELIEVED : AVOIDED;
    last = new Seen(rows.orElse(Integer.MAX_VALUE), System.nanoTime() + time.toNanos());
  }
}
