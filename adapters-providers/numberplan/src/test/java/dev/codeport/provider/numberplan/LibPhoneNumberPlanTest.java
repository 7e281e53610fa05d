package dev.codeport.provider.numberplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibPhoneNumberPlanTest {
  private final LibPhoneNumberPlan plan = new LibPhoneNumberPlan();

  @Test
  void understands_what_people_write() {
    var number = Optional.of(new PhoneNumber("+447911123456"));

    for (var written :
        new String[] {
          "+447911123456",
          "+44 7911 123456",
          "00447911123456",
          "+44 (0) 7911-123456",
          "＋44 7911.123456"
        }) {
      assertEquals(number, plan.parse(written), written);
    }
    assertEquals(number, plan.parse("07911 123456", new Region("GB")));
  }

  @Test
  void refuses_what_no_plan_allows() {
    for (var written :
        new String[] {
          "",
          "+",
          "+1",
          "12025550100",
          "+12345",
          "+999123456789",
          "+44791112345678901",
          "tel:+447911123456",
          "+1 202 555 0100 ext 5",
          "+1-800-FLOWERS",
          "0x2B44",
          "+44 7911 123456\n",
          "9".repeat(1000)
        }) {
      assertEquals(Optional.empty(), plan.parse(written), written);
    }
  }

  @Test
  void tells_regions_of_one_calling_code_apart() {
    assertEquals("US", region("+12025550143"));
    assertEquals("CA", region("+14165550143"));
    assertEquals("PR", region("+17875550143"));
    assertEquals("KZ", region("+77011234567"));
    assertEquals("RU", region("+79161234567"));
    assertEquals("none", region("+80012345678"));
  }

  @Test
  void tells_kinds_apart() {
    assertEquals(NumberKind.MOBILE, kind("+447911123456"));
    assertEquals(NumberKind.FIXED_LINE, kind("+442079460018"));
    assertEquals(NumberKind.PREMIUM_RATE, kind("+449098790000"));
    assertEquals(NumberKind.TOLL_FREE, kind("+18002345678"));
    assertEquals(NumberKind.FIXED_LINE_OR_MOBILE, kind("+12024561111"));
  }

  private String region(String e164) {
    return plan.describe(new PhoneNumber(e164)).region().map(Region::iso).orElse("none");
  }

  private NumberKind kind(String e164) {
    return plan.describe(new PhoneNumber(e164)).kind();
  }
}
