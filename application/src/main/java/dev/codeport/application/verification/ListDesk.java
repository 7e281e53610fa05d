package dev.codeport.application.verification;

import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.fraud.ListEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The safe list and the block list, remembered for two seconds: every send asks for them. */
public final class ListDesk {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final FraudLists lists;
  private volatile @Nullable Known known;

  public ListDesk(FraudLists lists) {
    this.lists = lists;
  }

  private record Known(List<ListEntry> entries, Instant at) {
    boolean isFreshAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
    }
  }

  List<ListEntry> entries(Instant now) {
    var last = known;
    if (last == null || !last.isFreshAt(now)) {
      last = new Known(lists.entries(now), now);
      known = last;
    }
    return last.entries().stream().filter(entry -> entry.holdsAt(now)).toList();
  }

  void put(ListEntry entry) {
    lists.put(entry);
    known = null;
  }

  boolean remove(ListEntry.Kind kind, String subject) {
    var removed = lists.remove(kind, subject);
    known = null;
    return removed;
  }
}
