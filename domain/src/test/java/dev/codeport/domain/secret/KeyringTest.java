package dev.codeport.domain.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyringTest {
  private static final Secret HASH_KEY = Secret.of("h".repeat(32));
  private static final Secret OLD = Secret.of("o".repeat(32));
  private static final Secret NEW = Secret.of("n".repeat(32));

  private final Keyring keyring = ring(Map.of("k1", OLD));

  @Test
  void what_is_sealed_opens_again_and_shows_nothing() {
    var sealed = keyring.seal("sms.text", "Your code is 123456");

    assertFalse(sealed.contains("123456"));
    assertTrue(sealed.startsWith("k1:"));
    assertEquals("Your code is 123456", keyring.open("sms.text", sealed));
  }

  @Test
  void the_same_text_is_never_sealed_the_same_twice() {
    assertNotEquals(keyring.seal("p", "text"), keyring.seal("p", "text"));
  }

  @Test
  void it_does_not_open_elsewhere() {
    var sealed = keyring.seal("sms.text", "text");

    assertThrows(IllegalArgumentException.class, () -> keyring.open("orders.phone", sealed));
  }

  @Test
  void a_bit_changed_does_not_open() {
    var sealed = keyring.seal("p", "text");
    var last = sealed.charAt(sealed.length() - 3);
    var bent =
        sealed.substring(0, sealed.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() - 2);

    assertThrows(IllegalArgumentException.class, () -> keyring.open("p", bent));
  }

  @Test
  void an_older_key_goes_on_opening_after_a_new_one_came() {
    var sealed = keyring.seal("p", "text");
    var keys = new LinkedHashMap<String, Secret>();
    keys.put("k2", NEW);
    keys.put("k1", OLD);
    var rotated = ring(keys);

    assertEquals("text", rotated.open("p", sealed));
    assertTrue(rotated.seal("p", "text").startsWith("k2:"));
  }

  @Test
  void a_key_that_is_gone_opens_nothing() {
    var sealed = keyring.seal("p", "text");
    var other = ring(Map.of("k2", NEW));

    assertThrows(IllegalArgumentException.class, () -> other.open("p", sealed));
  }

  @Test
  void hashes_are_the_same_for_ever_and_differ_by_place() {
    assertEquals(keyring.hash("api-key", "x"), ring(Map.of("k2", NEW)).hash("api-key", "x"));
    assertNotEquals(keyring.hash("api-key", "x"), keyring.hash("lease", "x"));
    assertEquals(64, keyring.hash("api-key", "x").length());
  }

  @Test
  void weak_keys_and_odd_names_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> ring(Map.of("k1", Secret.of("short"))));
    assertThrows(IllegalArgumentException.class, () -> ring(Map.of("k:1", OLD)));
    assertThrows(IllegalArgumentException.class, () -> ring(Map.of()));
  }

  @Test
  void a_signature_is_that_of_rfc_4231() {
    var hmac = Hmac.of(Secret.of("Jefe"));

    assertEquals(
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        hmac.hex("what do ya want for nothing?"));
  }

  @Test
  void many_who_sign_at_once_do_not_mix_what_they_sign() {
    var hmac = Hmac.of(Secret.of("Jefe"));
    var texts = IntStream.range(0, 2000).mapToObj(i -> "text " + i % 50).toList();
    var alone = texts.stream().map(text -> Hmac.of(Secret.of("Jefe")).hex(text)).toList();

    var atOnce = texts.parallelStream().map(hmac::hex).toList();

    assertEquals(alone, atOnce);
  }

  @Test
  void a_secret_prints_itself_masked() {
    assertEquals("***", Secret.of("cp_abc").toString());
    assertEquals("[***]", List.of(Secret.of("cp_abc")).toString());
  }

  private static Keyring ring(Map<String, Secret> keys) {
    return new Keyring(HASH_KEY, keys, new SecureRandom());
  }
}
