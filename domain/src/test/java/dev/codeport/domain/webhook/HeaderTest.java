package dev.codeport.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b-c_d~e+/=", "x", "a b", "\"quoted\", {json: 1}"})
  void takes_printable_values(String value) {
    assertEquals(Optional.empty(), Header.refusal("Authorization", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a\rb",
        "a\nb",
        "a\r\nX-Evil: 1",
        "a\n",
        "\u0000",
        "a\u0000b",
        "a\tb",
        "a\u000Bb",
        "a\u000Cb",
        "a\u007Fb",
        "a\u0085b",
        "a\u00A0b",
        "a\u2028b",
        "a\u2029b",
        "a\uFEFFb",
        "a\uD800b",
        "\u560A\u560D",
        "ü"
      })
  void refuses_line_ends_of_every_kind_and_all_that_is_not_ascii(String value) {
    assertTrue(Header.refusal("Authorization", value).isPresent());
    assertThrows(
        IllegalArgumentException.class, () -> new Header("Authorization", Secret.of(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a:b",
        "a\nb",
        "a\u2028b",
        "ü",
        ":authority",
        "Host",
        "CONTENT-LENGTH",
        "content-type",
        "Transfer-Encoding",
        "Connection",
        "webhook-signature",
        "Webhook-Id",
        "X-Webhook-Signature",
        "User-Agent",
        "Expect",
        "Upgrade",
        "Proxy-Authorization",
        "Accept-Encoding"
      })
  void refuses_names_that_are_none_or_are_ours(String name) {
    assertTrue(Header.refusal(name, "x").isPresent());
  }

  @Test
  void refuses_what_is_too_long() {
    assertEquals(Optional.empty(), Header.refusal("X-Long", "x".repeat(1024)));
    assertTrue(Header.refusal("X-Long", "x".repeat(1025)).isPresent());
    assertTrue(Header.refusal("X".repeat(65), "x").isPresent());
  }

  @Test
  void does_not_show_its_value() {
    var shown = new Header("Authorization", Secret.of("Bearer hidden")).toString();

    assertEquals("Header[name=Authorization, value=***]", shown);
  }
}
