package dev.codeport.domain.storage;

import java.time.Instant;

/** Lets one node at a time do a thing, such as polling one vendor. */
public interface Turns {
  /**
   * Takes or keeps the turn for {@code node} until then.
   *
   * @return false while another node has it
   */
  boolean take(String name, String node, Instant now, Instant until);
}
