package dev.codeport.domain.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeTest {

  @Test
  void has_one_to_sixty_four_characters() {
    assertEquals(1, new Code("1").value().length());
    assertEquals(64, new Code("1".repeat(64)).value().length());
    assertThrows(IllegalArgumentException.class, () -> new Code(""));
    assertThrows(IllegalArgumentException.class, () -> new Code("1".repeat(65)));
  }

  @Test
  void has_no_control_characters() {
    assertThrows(IllegalArgumentException.class, () -> new Code("12\n34"));
    assertThrows(IllegalArgumentException.class, () -> new Code("12\u000034"));
    assertThrows(IllegalArgumentException.class, () -> new Code("12\u008534"));
  }

  @Test
  void prints_itself_masked() {
    assertFalse(new Code("605318").toString().contains("4"));
    assertFalse(new Candidate("605318", "bare", 7).toString().contains("4"));
  }
}
