package dev.codeport.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSecretTest {
  @Test
  void what_is_made_is_one() {
    var random = new Random(1);

    var made = StandardSecret.make(random);

    assertEquals(Optional.empty(), StandardSecret.refusal(made.reveal()));
    assertNotEquals(made, StandardSecret.make(random));
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 32, 64})
  void takes_24_to_64_bytes(int bytes) {
    assertEquals(Optional.empty(), StandardSecret.refusal(of(bytes)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void refuses_fewer_and_more(int bytes) {
    assertTrue(StandardSecret.refusal(of(bytes)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec", "whsec_", "whsec_*", "WHSEC_", "whsk_MfKQ9r8GKYqrTwjUPD8I"})
  void refuses_other_texts(String text) {
    assertTrue(StandardSecret.refusal(text).isPresent());
  }

  private static String of(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }
}
