package dev.codeport.domain.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @Test
  void digits_of_a_vendor_become_e164_and_back() {
    var number = PhoneNumber.ofDigits("12025550100");

    assertEquals("+12025550100", number.e164());
    assertEquals("12025550100", number.digits());
    assertEquals(number, PhoneNumber.ofDigits("+12025550100"));
  }

  @Test
  void it_prints_itself_masked() {
    assertEquals("+12…00", new PhoneNumber("+12025550100").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+0123456789",
        "+12345",
        "+1234567890123456",
        "12025550100",
        "+1202555010a",
        "+1202555010٣"
      })
  void what_is_no_number_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new PhoneNumber(text));
  }
}
