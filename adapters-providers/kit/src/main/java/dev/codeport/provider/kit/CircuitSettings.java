package dev.codeport.provider.kit;

import java.time.Duration;

/**
 * When a vendor that fails is left alone, and for how long.
 *
 * @param failures how many within a minute, at least half of the calls: then nothing is bought
 *     there
 * @param pause until it is tried again the first time; four times as long after trouble with our
 *     account. It doubles while the vendor goes on failing, up to forty times
 */
public record CircuitSettings(int failures, Duration pause) {
  public static final CircuitSettings STANDARD = new CircuitSettings(5, Duration.ofSeconds(15));

  /** Reads {@code circuit-failures} and {@code circuit-pause}. */
  static CircuitSettings read(Section section, CircuitSettings plain) {
    return new CircuitSettings(
        section.number("circuit-failures", plain.failures, 1, 1_000),
        section.duration("circuit-pause", plain.pause));
  }

  public CircuitSettings {
    if (failures < 1 || !pause.isPositive()) {
      throw new IllegalArgumentException("a circuit opens after a failure, and for some time");
    }
  }
}
