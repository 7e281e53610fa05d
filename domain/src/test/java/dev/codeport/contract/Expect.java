package dev.codeport.contract;

import dev.codeport.domain.pool.Answer;
import java.util.Map;
import java.util.Optional;

/** Takes answers apart. */
final class Expect {
  private Expect() {}

  /** What was answered; that nothing was is a failure. */
  static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T> given -> given.value();
      case Answer.Missing<T> missing -> throw new AssertionError("no answer: " + missing.detail());
    };
  }

  /** What is told of this one; that nothing is, is a failure. */
  static <K, V> V of(Map<K, V> all, K key) {
    return Optional.ofNullable(all.get(key))
        .orElseThrow(() -> new AssertionError("not a word of " + key));
  }
}
