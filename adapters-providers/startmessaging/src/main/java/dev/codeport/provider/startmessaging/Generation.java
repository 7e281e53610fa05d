package dev.codeport.provider.startmessaging;

import java.util.Locale;
import java.util.Set;

/**
 * Which of the service's documents an account goes by.
 *
 * <pre>
 *       path                key            who makes the code   the same key sends once
 *   G1  /otp/send           X-API-Key      the service          yes
 *   G2  /otp/send           X-API-Key      we                   yes
 *   G3  /otp/send           X-API-Key      we, for a template   it has none
 *   G4  /v1/auth/send-otp   Bearer         the service          it has none
 * </pre>
 */
public enum Generation {
  G1,
  G2,
  G3,
  G4;

  /** As settings write it, such as {@code g1}. */
  static Generation named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean makesCodes() {
    return this == G1 || this == G4;
  }

  boolean sendsOnce() {
    return this == G1 || this == G2;
  }

  /**
   * @param own how long the service makes them where it does not let one choose
   */
  Set<Integer> codeLengths(int own) {
    return switch (this) {
      case G1 -> Set.of(own);
      case G2, G3 -> Set.of(4, 5, 6);
      case G4 -> Set.of(4, 6, 8);
    };
  }
}
