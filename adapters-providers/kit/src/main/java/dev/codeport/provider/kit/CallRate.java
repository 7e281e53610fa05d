package dev.codeport.provider.kit;

/**
 * How often one vendor is called, by one node.
 *
 * @param perSecond 0 for as often as one likes; so with {@code perMinute}
 */
public record CallRate(int perSecond, int perMinute) {
  public static final CallRate UNLIMITED = new CallRate(0, 0);
  static final int MOST = 100_000;

  public CallRate {
    if (perSecond < 0 || perSecond > MOST || perMinute < 0 || perMinute > MOST) {
      throw new IllegalArgumentException("0 to " + MOST + " calls");
    }
  }

  public static CallRate perSecond(int calls) {
    return new CallRate(calls, 0);
  }

  public static CallRate perMinute(int calls) {
    return new CallRate(0, calls);
  }
}
