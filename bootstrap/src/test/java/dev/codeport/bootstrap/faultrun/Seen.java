package dev.codeport.bootstrap.faultrun;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What went wrong so far. */
final class Seen {
  private final ConcurrentLinkedQueue<Struck> all = new ConcurrentLinkedQueue<>();

  void add(Struck struck) {
    all.add(struck);
  }

  List<Struck> all() {
    return List.copyOf(all);
  }
}
