package dev.codeport.domain.limit;

/**
 * Counts by the generic cell rate algorithm: no more than {@code count} at once, and in the long
 * run no more than {@code count} per period. Exact under any number of threads. What it knows may
 * be lost; then it starts anew.
 */
public interface RateLimiter {
  /** Takes one if there is one; a denied take consumes nothing. */
  Decision take(Limit limit, LimitKey key);

  /**
   * Gives one back that was granted and not used; never more than the whole allowance is there
   * afterwards.
   */
  void refund(Limit limit, LimitKey key);

  /** What {@link #take} would answer; consumes nothing. */
  Decision peek(Limit limit, LimitKey key);
}
