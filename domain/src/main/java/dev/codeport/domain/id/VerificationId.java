package dev.codeport.domain.id;

import com.google.common.base.CharMatcher;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Names one verification and cannot be guessed: 128 random bits in 32 lower-case hexadecimal
 * digits.
 */
public record VerificationId(String hex) {
  private static final CharMatcher HEX =
      CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f')).precomputed();
  private static final int BYTES = 16;

  public VerificationId {
    if (!isName(hex)) {
      throw new IllegalArgumentException("a verification is named by 32 hexadecimal digits");
    }
  }

  /**
   * @param random a cryptographically strong source
   */
  public static VerificationId random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new VerificationId(HexFormat.of().formatHex(bytes));
  }

  /** Empty for what cannot be the name of one. */
  public static Optional<VerificationId> parse(String text) {
    return isName(text) ? Optional.of(new VerificationId(text)) : Optional.empty();
  }

  private static boolean isName(String text) {
    return text.length() == 2 * BYTES && HEX.matchesAllOf(text);
  }

  @Override
  public String toString() {
    return hex;
  }
}
