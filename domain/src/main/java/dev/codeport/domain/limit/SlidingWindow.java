package dev.codeport.domain.limit;

/**
 * Counts exactly what was granted within windows that slide: at no moment has any of a quota's
 * windows more in it than its count. Exact under any number of threads, and a clock that jumps back
 * never grants more. What it knows may be lost; then it starts anew.
 */
public interface SlidingWindow {
  /**
   * Takes one if every window has room and the pause since the newest is over; a denied take leaves
   * nothing.
   *
   * @param member names what it is for: taken again under the same name, as long as it counts, it
   *     is granted and counted once
   * @return when denied, how long until this very take would be granted if nobody else took one
   */
  Decision take(Quota quota, LimitKey key, String member);

  /** What {@link #take} of a new member would answer; leaves nothing. */
  Decision peek(Quota quota, LimitKey key);

  /** Has a member not count; of no effect when it does not. */
  void refund(LimitKey key, String member);
}
