package dev.codeport.provider.sandbox;

import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Lets many threads draw from one generator that is made for one. */
public final class SharedRandom implements RandomGenerator {
  private final ReentrantLock lock = new ReentrantLock();
  private final RandomGenerator source;

  public SharedRandom(RandomGenerator source) {
    this.source = source;
  }

  @Override
  public long nextLong() {
    lock.lock();
    try {
      return source.nextLong();
    } finally {
      lock.unlock();
    }
  }
}
