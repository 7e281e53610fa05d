package dev.codeport.domain.fraud;

import java.time.Instant;
import java.util.List;

/** The safe list and the block list of the deployment, kept durably. */
public interface FraudLists {
  /** Adds a line, or replaces the one of the same kind and subject. */
  void put(ListEntry entry);

  /**
   * @return whether there was one
   */
  boolean remove(ListEntry.Kind kind, String subject);

  /** Those that hold now, by kind and subject. */
  List<ListEntry> entries(Instant now);
}
