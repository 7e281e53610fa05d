package dev.codeport.domain.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) under one key. Safe for many threads. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** Has seen nothing yet; copying it costs a fraction of looking for another one. */
  private final Mac fresh;

  private Hmac(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.fresh = begin(this.key);
  }

  /**
   * @param key at least one byte
   */
  public static Hmac of(byte[] key) {
    return new Hmac(key);
  }

  public static Hmac of(Secret key) {
    return of(key.reveal().getBytes(UTF_8));
  }

  public byte[] sign(byte[] bytes) {
    return copy().doFinal(bytes);
  }

  private Mac copy() {
    try {
      return (Mac) fresh.clone();
    } catch (CloneNotSupportedException ofSomeProviders) {
      return begin(key);
    }
  }

  private static Mac begin(SecretKeySpec key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sign(bytes));
  }

  public String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }
}
