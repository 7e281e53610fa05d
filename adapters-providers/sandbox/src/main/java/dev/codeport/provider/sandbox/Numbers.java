package dev.codeport.provider.sandbox;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.provider.sandbox.Wares.Land;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes telephone numbers that look scattered and come only once: the next of each pattern, times a
 * number that shares no factor with how many there are. Their last digit is the vendor's line, so
 * no two vendors of a process make the same one. For one thread.
 */
final class Numbers {
  private static final long STEP = 387_420_489;

  private final int line;
  private final long offset;
  private final Map<String, Long> made = new HashMap<>();

  /**
   * @param offset where to begin, so that a restarted vendor begins elsewhere
   */
  Numbers(int line, long offset) {
    this.line = line;
    this.offset = Math.floorMod(offset, 1_000_000_000L);
  }

  PhoneNumber next(Land land) {
    var digits = next(land.pattern());
    return PhoneNumber.ofDigits(digits.isEmpty() ? next(land.dial() + "00########") : digits);
  }

  /** Empty when the pattern is used up. */
  private String next(String pattern) {
    long count = made.merge(pattern, 1L, Long::sum) - 1;
    long capacity = capacity(pattern) / 10;
    return count < capacity
        ? fill(pattern, (count + offset) % capacity * STEP % capacity * 10 + line)
        : "";
  }

  private static long capacity(String pattern) {
    return pattern.chars().mapToLong(Numbers::choices).reduce(1, Math::multiplyExact);
  }

  private static int choices(int place) {
    return switch (place) {
      case '#' -> 10;
      case 'N' -> 8;
      default -> 1;
    };
  }

  private static String fill(String pattern, long number) {
    var digits = new StringBuilder(pattern);
    long rest = number;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int choices = choices(pattern.charAt(i));
      if (choices > 1) {
        digits.setCharAt(i, (char) ('0' + (choices == 8 ? 2 : 0) + rest % choices));
        rest /= choices;
      }
    }
    return digits.toString();
  }
}
