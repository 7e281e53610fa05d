package dev.codeport.http.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether pages are light or dark; {@link #AUTO} is as the visitor's system has it. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> of(String word) {
    return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
  }
}
