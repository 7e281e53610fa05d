package dev.codeport.memory;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What was granted of one key, the oldest first. There is one for each phone of the last hour, so
 * it is kept in longs alone: for each grant its nanosecond and the fingerprint of its member.
 */
final class GrantLog {
  static final GrantLog NOTHING = new GrantLog(new long[0], Long.MIN_VALUE);

  /** Of one grant: when, and whose, in two halves. */
  private static final int CELLS = 3;

  private final long[] cells;
  private final long over;

  /**
   * @param over when none of it counts any more
   */
  private GrantLog(long[] cells, long over) {
    this.cells = cells;
    this.over = over;
  }

  /** What of it counts now, for at most so long; what is later than now counts as of now. */
  GrantLog at(Instant now, Duration memory) {
    long nano = nano(now);
    var counted = newest(countedAt(nano, memory));
    for (int i = 0; i < counted.length; i += CELLS) {
      counted[i] = Math.min(counted[i], nano);
    }
    return new GrantLog(counted, over);
  }

  boolean has(Fingerprint member) {
    return indexOf(member) >= 0;
  }

  GrantLog and(Fingerprint member, Instant now, Duration memory) {
    var more = Arrays.copyOf(cells, cells.length + CELLS);
    more[cells.length] = nano(now);
    more[cells.length + 1] = member.high();
    more[cells.length + 2] = member.low();
    return new GrantLog(more, nano(now.plus(memory)));
  }

  GrantLog without(Fingerprint member) {
    int at = indexOf(member);
    if (at < 0) {
      return this;
    }
    var rest = new long[cells.length - CELLS];
    System.arraycopy(cells, 0, rest, 0, at);
    System.arraycopy(cells, at + CELLS, rest, at, rest.length - at);
    return new GrantLog(rest, over);
  }

  boolean isEmpty() {
    return cells.length == 0;
  }

  boolean isOver(Instant now) {
    return over <= nano(now);
  }

  /** When the next would be granted if no other were before; now if it is granted now. */
  Instant grantedFrom(Quota quota, Instant now) {
    long from = nano(now);
    for (var window : quota.windows()) {
      from = Math.max(from, roomFrom(window));
    }
    return instant(unpausedFrom(quota, from));
  }

  /** How many would be granted at this moment, one after the other. */
  int more(Quota quota, Instant now) {
    long nano = nano(now);
    int room =
        quota.windows().stream()
            .mapToInt(window -> window.count() - countedAt(nano, window.period()))
            .min()
            .orElse(0);
    long newest = grantedAt(size() - 1);
    for (int more = 0; more < room; more++) {
      if (newest + quota.pauseAfter(size() + more).toNanos() > nano) {
        return more;
      }
      if (more > quota.pauses().size()) {
        return room;
      }
      newest = nano;
    }
    return Math.max(0, room);
  }

  /** The window has room when, of the newest that fill it, the oldest has left. */
  private long roomFrom(Limit window) {
    return size() < window.count()
        ? Long.MIN_VALUE
        : grantedAt(size() - window.count()) + window.period().toNanos();
  }

  /** A pause may end by itself, or become another because an old grant counts no more. */
  private long unpausedFrom(Quota quota, long from) {
    long at = from;
    while (true) {
      int counted = countedAt(at, quota.memory());
      if (counted == 0) {
        return at;
      }
      long unpaused = grantedAt(size() - 1) + quota.pauseAfter(counted).toNanos();
      if (unpaused <= at) {
        return at;
      }
      at = Math.min(unpaused, grantedAt(size() - counted) + quota.memory().toNanos());
    }
  }

  private int countedAt(long moment, Duration period) {
    int counted = 0;
    while (counted < size() && grantedAt(size() - 1 - counted) + period.toNanos() > moment) {
      counted++;
    }
    return counted;
  }

  private int size() {
    return cells.length / CELLS;
  }

  private long grantedAt(int index) {
    return cells[index * CELLS];
  }

  private long[] newest(int count) {
    return Arrays.copyOfRange(cells, cells.length - count * CELLS, cells.length);
  }

  private int indexOf(Fingerprint member) {
    for (int i = 0; i < cells.length; i += CELLS) {
      if (cells[i + 1] == member.high() && cells[i + 2] == member.low()) {
        return i;
      }
    }
    return -1;
  }

  private static long nano(Instant at) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, at);
  }

  private static Instant instant(long nano) {
    return Instant.EPOCH.plusNanos(nano);
  }
}
