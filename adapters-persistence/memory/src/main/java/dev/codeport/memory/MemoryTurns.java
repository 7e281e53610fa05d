package dev.codeport.memory;

import dev.codeport.domain.storage.Turns;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryTurns implements Turns {
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  private record Turn(String node, Instant until) {}

  @Override
  public boolean take(String name, String node, Instant now, Instant until) {
    var wanted = new Turn(node, until);
    var turn =
        turns.merge(
            name,
            wanted,
            (held, mine) -> held.node().equals(node) || !held.until().isAfter(now) ? mine : held);
    return turn.node().equals(node);
  }
}
