package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.fraud.ListEntry.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link dev.codeport.domain.fraud.FraudLists} must do. */
public interface FraudListsContract extends StorageStage {
  @Test
  default void lines_read_back_by_kind_and_subject() {
    var range = entry(Kind.BLOCK, "2001:db8::/32", Optional.of(minute(9)));
    var prefix = entry(Kind.BLOCK, "+88*", Optional.empty());
    var network = entry(Kind.BLOCK, "203.0.113.0/24", Optional.empty());
    var friend = entry(Kind.SAFE, "+447700900001", Optional.empty());
    List.of(range, network, friend, prefix).forEach(storage().fraudLists()::put);

    assertEquals(List.of(friend, prefix, range, network), entries(minute(0)));
  }

  @Test
  default void the_last_put_of_a_kind_and_a_subject_counts() {
    var first = entry(Kind.BLOCK, "+88*", Optional.empty());
    var newer = new ListEntry(Kind.BLOCK, "+88*", "another \"reason\"", Optional.of(minute(5)));
    var safe = entry(Kind.SAFE, "+88*", Optional.empty());
    List.of(first, safe, newer).forEach(storage().fraudLists()::put);

    assertEquals(List.of(safe, newer), entries(minute(0)));
  }

  @Test
  default void a_line_that_is_over_is_not_among_them() {
    var brief = entry(Kind.BLOCK, "203.0.113.9", Optional.of(minute(5)));
    storage().fraudLists().put(brief);

    assertEquals(List.of(brief), entries(minute(5).minusNanos(1_000)));
    assertEquals(List.of(), entries(minute(5)));

    var longer = entry(Kind.BLOCK, "203.0.113.9", Optional.of(minute(50)));
    storage().fraudLists().put(longer);
    assertEquals(List.of(longer), entries(minute(5)));
  }

  @Test
  default void a_line_that_is_removed_is_gone_and_no_other() {
    var block = entry(Kind.BLOCK, "+88*", Optional.empty());
    var safe = entry(Kind.SAFE, "+88*", Optional.empty());
    List.of(block, safe).forEach(storage().fraudLists()::put);

    assertFalse(storage().fraudLists().remove(Kind.BLOCK, "+8*"));
    assertTrue(storage().fraudLists().remove(Kind.BLOCK, "+88*"));
    assertFalse(storage().fraudLists().remove(Kind.BLOCK, "+88*"));

    assertEquals(List.of(safe), entries(minute(0)));
  }

  @Test
  default void of_many_lines_about_one_subject_at_once_one_stays() {
    var lines =
        Race.of(
            16,
            i -> {
              var line = new ListEntry(Kind.BLOCK, "+88*", "reason " + i, Optional.empty());
              storage().fraudLists().put(line);
              return line;
            });

    var kept = entries(minute(0));

    assertEquals(1, kept.size());
    assertTrue(new HashSet<>(lines).containsAll(kept));
  }

  private List<ListEntry> entries(Instant now) {
    return storage().fraudLists().entries(now);
  }

  private static ListEntry entry(Kind kind, String subject, Optional<Instant> until) {
    return new ListEntry(kind, subject, "seen: Ä", until);
  }
}
