package dev.codeport.domain.verification;

/**
 * What we keep of a code: nothing from which it could be found without a key that is not kept
 * beside it.
 *
 * @param key the id of the key by which it was marked
 * @param nonce 128 random bits from which, under that key, the code can be made again; empty for a
 *     code that a caller gave
 * @param hmac of the code under that key, in hexadecimal
 */
public record CodeMark(String key, String nonce, String hmac) {
  public boolean canBeMadeAgain() {
    return !nonce.isEmpty();
  }
}
