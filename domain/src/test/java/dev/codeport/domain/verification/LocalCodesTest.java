package dev.codeport.domain.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocalCodesTest {
  private static final Secret HASH = Secret.of("h".repeat(32));
  private static final Secret FIRST = Secret.of("a".repeat(32));
  private static final Secret SECOND = Secret.of("b".repeat(32));

  private final Random random = new Random(7);
  private final VerificationId id = VerificationId.random(random);
  private final LocalCodes codes = codes(Map.of("a", FIRST));

  @Test
  void makes_codes_of_every_length_that_match_their_mark() {
    for (int length = 4; length <= 10; length++) {
      var made = codes.make(id, length);

      assertEquals(length, made.code().length());
      assertTrue(codes.matches(id, made.mark(), made.code()));
      assertEquals(made.code(), codes.again(id, made.mark(), length));
    }
  }

  @Test
  void makes_every_digit_as_often_as_any_other_in_every_place() {
    int rounds = 20_000;
    var seen = new int[4][10];

    for (int i = 0; i < rounds; i++) {
      var digits = codes.make(id, 4).code().digits();
      for (int place = 0; place < 4; place++) {
        seen[place][digits.charAt(place) - '0']++;
      }
    }

    for (var place : seen) {
      double chi = 0;
      for (int count : place) {
        chi += Math.pow(count - rounds / 10.0, 2) / (rounds / 10.0);
      }
      assertTrue(chi < 30, "chi-squared with 9 degrees of freedom: " + chi);
    }
  }

  @Test
  void makes_another_code_each_time() {
    assertNotEquals(codes.make(id, 10).code(), codes.make(id, 10).code());
  }

  @Test
  void matches_neither_another_code_nor_another_verification() {
    var made = codes.make(id, 6);
    var wrong = new OneTimeCode(made.code().digits().equals("000000") ? "000001" : "000000");

    assertFalse(codes.matches(id, made.mark(), wrong));
    assertFalse(codes.matches(VerificationId.random(random), made.mark(), made.code()));
  }

  @Test
  void keeps_codes_valid_when_the_key_is_replaced_and_not_when_it_is_gone() {
    var made = codes.make(id, 6);
    var ordered = new LinkedHashMap<String, Secret>();
    ordered.put("b", SECOND);
    ordered.put("a", FIRST);

    assertTrue(codes(ordered).matches(id, made.mark(), made.code()));
    assertEquals(made.code(), codes(ordered).again(id, made.mark(), 6));
    assertEquals("b", codes(ordered).make(id, 6).mark().key());
    assertFalse(codes(Map.of("b", SECOND)).matches(id, made.mark(), made.code()));
  }

  @Test
  void marks_a_code_that_was_chosen_and_cannot_make_it_again() {
    var chosen = new OneTimeCode("123456");
    var mark = codes.mark(id, chosen);

    assertTrue(codes.matches(id, mark, chosen));
    assertThrows(IllegalArgumentException.class, () -> codes.again(id, mark, 6));
  }

  private LocalCodes codes(Map<String, Secret> keys) {
    return new LocalCodes(new Keyring(HASH, keys, new SecureRandom()), random);
  }
}
