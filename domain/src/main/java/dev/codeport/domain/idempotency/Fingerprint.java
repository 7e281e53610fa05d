package dev.codeport.domain.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What a request means, in 64 hexadecimal digits: equal for equal meaning, else different. */
public record Fingerprint(String hex) {
  /**
   * @param parts the operation and its parameters, normalised by the caller
   */
  public static Fingerprint of(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update((part.length() + ":" + part).getBytes(UTF_8));
      }
      return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
