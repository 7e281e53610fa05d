package dev.codeport.domain.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.base.Strings;
import com.google.common.math.LongMath;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Keyring;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The codes that we make ourselves. Safe for many threads.
 *
 * <p>A code follows from 128 bits of a strong random source and a key that is not kept beside them,
 * without bias: so the same code can go out again, and yet it is kept nowhere. What is kept is a
 * {@link CodeMark}. Codes marked under an older key stay valid as long as the keyring has it.
 */
public final class LocalCodes {
  private static final int NONCE_BYTES = 16;

  private final Keyring keyring;
  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source
   */
  public LocalCodes(Keyring keyring, RandomGenerator random) {
    this.keyring = keyring;
    this.random = random;
  }

  /**
   * @param mark what to keep of it
   */
  public record Made(OneTimeCode code, CodeMark mark) {}

  /**
   * @param length 4 to 10 digits
   */
  public Made make(VerificationId id, int length) {
    var bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    var key = keyring.currentKey();
    var nonce = HexFormat.of().formatHex(bytes);
    var code = derive(maker(key), id, nonce, length);
    return new Made(code, new CodeMark(key, nonce, hmac(key, id, code)));
  }

  /** The mark of a code that a caller chose. */
  public CodeMark mark(VerificationId id, OneTimeCode chosen) {
    var key = keyring.currentKey();
    return new CodeMark(key, "", hmac(key, id, chosen));
  }

  /**
   * The same code once more.
   *
   * @throws IllegalArgumentException when a caller chose it, or its key is gone
   */
  public OneTimeCode again(VerificationId id, CodeMark mark, int length) {
    if (!mark.canBeMadeAgain()) {
      throw new IllegalArgumentException("a code that was chosen cannot be made again");
    }
    return derive(maker(mark.key()), id, mark.nonce(), length);
  }

  /** Compares in constant time; false also when the key of the mark is gone. */
  public boolean matches(VerificationId id, CodeMark mark, OneTimeCode guess) {
    return keyring.has(mark.key())
        && MessageDigest.isEqual(
            hmac(mark.key(), id, guess).getBytes(US_ASCII), mark.hmac().getBytes(US_ASCII));
  }

  private String hmac(String key, VerificationId id, OneTimeCode code) {
    return keyring.hmac(key, "code.mark").hex(id + ":" + code.digits());
  }

  private Hmac maker(String key) {
    return keyring.hmac(key, "code.make");
  }

  /** Draws until a number falls below the largest multiple of all codes: so each is as likely. */
  private static OneTimeCode derive(Hmac maker, VerificationId id, String nonce, int length) {
    long codes = LongMath.checkedPow(10, length);
    long fair = Long.MAX_VALUE - Long.MAX_VALUE % codes;
    for (int draw = 0; ; draw++) {
      var block = maker.sign((id + ":" + nonce + ":" + draw).getBytes(US_ASCII));
      long number = ByteBuffer.wrap(block).getLong() & Long.MAX_VALUE;
      if (number < fair) {
        return new OneTimeCode(Strings.padStart(Long.toString(number % codes), length, '0'));
      }
    }
  }
}
