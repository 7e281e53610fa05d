package dev.codeport.domain.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codeport.domain.code.Code;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void it_prints_itself_masked() {
    assertEquals("***", Secret.of("mellon").toString());
    assertEquals("Code[…]", new Code("482913").toString());
  }

  @Test
  void it_equals_its_like_alone() {
    assertEquals(Secret.of("mellon"), Secret.of("mellon"));
    assertNotEquals(Secret.of("mellon"), Secret.of("mellom"));
  }
}
