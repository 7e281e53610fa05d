package dev.codeport.application.order;

import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.ForwardingStorage;
import dev.codeport.domain.storage.Storage;
import java.util.Random;

/**
 * A storage whose process dies now and then, just before or just after a commit: for whoever
 * called, both look the same.
 */
final class FaultyStorage extends ForwardingStorage {
  private final Random random;
  private volatile int percent;
  private int deaths;

  FaultyStorage(Storage behind, long seed) {
    super(behind);
    this.random = new Random(seed);
  }

  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;

    Died() {
      super("the process died", null, false, false);
    }
  }

  synchronized void dying(int percentOfCommits) {
    percent = percentOfCommits;
  }

  synchronized int deaths() {
    return deaths;
  }

  @Override
  public CommitResult commit(Change change) {
    if (dies()) {
      throw new Died();
    }
    var result = super.commit(change);
    if (dies()) {
      throw new Died();
    }
    return result;
  }

  private synchronized boolean dies() {
    var dies = percent > 0 && random.nextInt(200) < percent;
    deaths += dies ? 1 : 0;
    return dies;
  }
}
