package dev.codeport.domain.id;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Names one verification and cannot be guessed: 128 random bits in 32 lower-case hexadecimal
 * digits.
 */
public record VerificationId(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
  private static final int BYTES = 16;

  public VerificationId {
    if (!HEX.matcher(hex).matches()) {
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
    return HEX.matcher(text).matches() ? Optional.of(new VerificationId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return hex;
  }
}
