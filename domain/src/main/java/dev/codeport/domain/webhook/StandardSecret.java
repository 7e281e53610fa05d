package dev.codeport.domain.webhook;

import dev.codeport.domain.secret.Secret;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Secrets as Standard Webhooks 1.0 writes them: {@code whsec_} and 24 to 64 bytes in base64. */
public final class StandardSecret {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST = 24;
  private static final int MOST = 64;
  private static final int MADE = 32;

  private StandardSecret() {}

  public static Secret make(RandomGenerator random) {
    var bytes = new byte[MADE];
    random.nextBytes(bytes);
    return Secret.of(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** Why this cannot be one; empty when it can. */
  public static Optional<String> refusal(String text) {
    if (!text.startsWith(PREFIX)) {
      return Optional.of("must begin with whsec_");
    }
    try {
      int length = decoded(text).length;
      return length >= FEWEST && length <= MOST
          ? Optional.empty()
          : Optional.of("must hold 24 to 64 bytes");
    } catch (IllegalArgumentException e) {
      return Optional.of("must be base64 after whsec_");
    }
  }

  static byte[] key(Secret secret) {
    return decoded(secret.reveal());
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }
}
