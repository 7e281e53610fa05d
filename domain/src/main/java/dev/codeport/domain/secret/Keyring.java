package dev.codeport.domain.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that protect what is stored; they live outside the database.
 *
 * <p>What must be readable again is {@linkplain #seal sealed} with AES-256-GCM under the current
 * key, and carries that key's id, so that older keys go on opening what they sealed. What need not
 * be readable is {@linkplain #hash hashed} with HMAC-SHA256 under a key of its own, which never
 * rotates, because stored hashes are looked up by it. Safe for many threads.
 */
public final class Keyring {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Hmac hasher;
  private final String current;
  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
  private final RandomGenerator random;

  /**
   * @param hashKey at least 32 characters
   * @param sealKeys by key id (1 to 16 letters or digits); each at least 32 characters. The first
   *     is the current one
   * @param random a cryptographically strong source
   */
  public Keyring(Secret hashKey, Map<String, Secret> sealKeys, RandomGenerator random) {
    requireStrong("hash key", hashKey);
    if (sealKeys.isEmpty()) {
      throw new IllegalArgumentException("a keyring needs a key");
    }
    this.hasher = Hmac.of(hashKey);
    this.random = random;
    sealKeys.forEach(this::add);
    this.current = sealKeys.keySet().iterator().next();
  }

  /** Seals a text for one place, such as {@code "sms.text"}: elsewhere it does not open. */
  public String seal(String place, String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, current, place, nonce, text.getBytes(UTF_8));
    var joined = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return current + ":" + Base64.getEncoder().encodeToString(joined);
  }

  /**
   * @throws IllegalArgumentException when it was not sealed for this place by one of our keys
   */
  public String open(String place, String sealed) {
    var colon = sealed.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("not a sealed text");
    }
    var joined = Base64.getDecoder().decode(sealed.substring(colon + 1));
    var text =
        crypt(
            Cipher.DECRYPT_MODE,
            sealed.substring(0, colon),
            place,
            Arrays.copyOf(joined, NONCE_BYTES),
            Arrays.copyOfRange(joined, NONCE_BYTES, joined.length));
    return new String(text, UTF_8);
  }

  /** 64 hexadecimal digits that stand for a value in one place. The same for ever. */
  public String hash(String place, String value) {
    return hasher.hex(place + "\0" + value);
  }

  /** The id of the key that is used for what is new. */
  public String currentKey() {
    return current;
  }

  public boolean has(String id) {
    return keys.containsKey(id);
  }

  /**
   * For what is marked under a key that may be replaced: another HMAC for each place and key.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public Hmac hmac(String id, String place) {
    return Hmac.of(Hmac.of(key(id).getEncoded()).sign(place.getBytes(UTF_8)));
  }

  private SecretKeySpec key(String id) {
    var key = keys.get(id);
    if (key == null) {
      throw new IllegalArgumentException("no key named " + id + " is configured");
    }
    return key;
  }

  private byte[] crypt(int mode, String id, String place, byte[] nonce, byte[] input) {
    var key = key(id);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("does not open for " + place, e);
    }
  }

  private void add(String id, Secret key) {
    if (!id.matches("[A-Za-z0-9]{1,16}")) {
      throw new IllegalArgumentException("a key id is 1 to 16 letters or digits: " + id);
    }
    requireStrong("key " + id, key);
    keys.put(id, new SecretKeySpec(Hmac.of(key).sign("seal".getBytes(UTF_8)), "AES"));
  }

  private static void requireStrong(String name, Secret key) {
    if (key.reveal().length() < 32) {
      throw new IllegalArgumentException(name + " needs at least 32 characters");
    }
  }
}
