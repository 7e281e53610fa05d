package dev.codeport.bootstrap.config;

import java.util.List;

/** Settings with which Codeport will not start. Each line names a key. */
public final class BadSettings extends IllegalArgumentException {
  private final List<String> lines;

  public BadSettings(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
    this.lines = List.copyOf(lines);
  }

  public BadSettings(String line) {
    this(List.of(line));
  }

  public List<String> lines() {
    return lines;
  }
}
