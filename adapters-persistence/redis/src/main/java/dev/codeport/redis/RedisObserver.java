package dev.codeport.redis;

/** Watches what Redis does to us. Called on many threads; must not block. */
public interface RedisObserver {
  RedisObserver NONE =
      new RedisObserver() {
        @Override
        public void redisAnswers(boolean up) {}

        @Override
        public void fellBack(String part) {}
      };

  /** Redis began to answer, or ceased to; once for each change. */
  void redisAnswers(boolean up);

  /**
   * Something was settled without Redis.
   *
   * @param part {@code limit}, {@code window}, {@code stock} or {@code doorbell}
   */
  void fellBack(String part);
}
