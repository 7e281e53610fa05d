package dev.codeport.redis;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was observed. */
final class Diary implements RedisObserver {
  private final List<Boolean> changes = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> fallen = new ConcurrentHashMap<>();

  @Override
  public void redisAnswers(boolean up) {
    changes.add(up);
  }

  @Override
  public void fellBack(String part) {
    fallen.computeIfAbsent(part, first -> new AtomicInteger()).incrementAndGet();
  }

  List<Boolean> changes() {
    return List.copyOf(changes);
  }

  int fallen(String part) {
    return fallen.getOrDefault(part, new AtomicInteger()).get();
  }
}
