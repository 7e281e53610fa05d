package dev.codeport.domain.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void equal_parts_are_equal_and_where_one_ends_matters() {
    assertEquals(Fingerprint.of("a", "b"), Fingerprint.of("a", "b"));
    assertNotEquals(Fingerprint.of("ab", ""), Fingerprint.of("a", "b"));
    assertNotEquals(Fingerprint.of("a", "1:b"), Fingerprint.of("a1:", "b"));
  }

  @Test
  void keys_out_of_bounds_are_refused() {
    assertEquals(255, new IdempotencyKey("k".repeat(255)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey(""));
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey("k".repeat(256)));
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey("a b"));
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey("a\n"));
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey("ä"));
  }
}
