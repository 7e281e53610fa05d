package dev.codeport.http.api;

import java.time.Duration;

/**
 * What is kept open for customers.
 *
 * @param streamsPerAccount event streams of one account on this node; more are refused
 * @param waitsPerAccount long polls of one account on this node; more are refused
 * @param heartbeat how long a stream may be silent
 * @param slowReader how long the reader of a stream may take nothing before it is cut off
 */
public record LiveLimits(
    int streamsPerAccount, int waitsPerAccount, Duration heartbeat, Duration slowReader) {
  public static final LiveLimits STANDARD =
      new LiveLimits(100, 1_000, Duration.ofSeconds(15), Duration.ofSeconds(20));

  public LiveLimits {
    if (streamsPerAccount < 1
        || waitsPerAccount < 1
        || !heartbeat.isPositive()
        || !slowReader.isPositive()) {
      throw new IllegalArgumentException("every limit is positive");
    }
  }
}
