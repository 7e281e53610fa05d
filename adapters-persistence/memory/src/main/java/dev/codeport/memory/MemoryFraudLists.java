package dev.codeport.memory;

import dev.codeport.domain.fraud.FraudLists;
import dev.codeport.domain.fraud.ListEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

final class MemoryFraudLists implements FraudLists {
  private final Map<Line, ListEntry> lines = new ConcurrentSkipListMap<>();

  private record Line(ListEntry.Kind kind, String subject) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::kind).thenComparing(Line::subject);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public void put(ListEntry entry) {
    lines.put(new Line(entry.kind(), entry.subject()), entry);
  }

  @Override
  public boolean remove(ListEntry.Kind kind, String subject) {
    return lines.remove(new Line(kind, subject)) != null;
  }

  @Override
  public List<ListEntry> entries(Instant now) {
    return lines.values().stream().filter(entry -> entry.holdsAt(now)).toList();
  }
}
