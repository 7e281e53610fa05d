package dev.codeport.http.server;

import java.time.Duration;

/**
 * How much one caller, and all together, may ask of the server.
 *
 * @param bodyCap bytes of a body that are accepted; more is answered with 413
 * @param bodyTimeout how long a body may take to arrive
 * @param concurrent how many requests are worked on at once; more are answered with 503
 * @param idle after how much silence a connection is closed; longer than any answer takes
 */
public record Bounds(int bodyCap, Duration bodyTimeout, int concurrent, Duration idle) {
  public static final Bounds STANDARD =
      new Bounds(1_048_576, Duration.ofSeconds(30), 2_000, Duration.ofSeconds(75));

  public Bounds {
    if (bodyCap < 1 || concurrent < 1 || bodyTimeout.toMillis() < 1 || idle.toSeconds() < 1) {
      throw new IllegalArgumentException("every bound is positive");
    }
  }
}
