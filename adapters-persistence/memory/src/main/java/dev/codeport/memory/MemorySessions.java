package dev.codeport.memory;

import dev.codeport.domain.account.Session;
import dev.codeport.domain.account.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class MemorySessions implements Sessions {
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  @Override
  public void open(Session session) {
    if (open.putIfAbsent(session.hash(), session) != null) {
      throw new IllegalStateException("this session is there already");
    }
  }

  @Override
  public Optional<Session> find(String hash) {
    return Optional.ofNullable(open.get(hash));
  }

  @Override
  public void seen(String hash, Instant at) {
    open.computeIfPresent(
        hash, (same, known) -> at.isAfter(known.seenAt()) ? seen(known, at) : known);
  }

  @Override
  public boolean end(String hash) {
    return open.remove(hash) != null;
  }

  @Override
  public int forget(Instant seenBefore, int limit) {
    var old =
        open.values().stream()
            .filter(session -> session.seenAt().isBefore(seenBefore))
            .limit(limit)
            .toList();
    old.forEach(session -> open.remove(session.hash()));
    return old.size();
  }

  private static Session seen(Session known, Instant at) {
    return new Session(known.hash(), known.part(), known.keyHash(), known.openedAt(), at);
  }
}
