package dev.codeport.provider.numberplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LibPhoneNumberPlanTest {
  private final LibPhoneNumberPlan plan = new LibPhoneNumberPlan();
  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

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

  @Test
  void a_number_written_as_it_is_dialled_is_the_same_as_with_spaces_in_it() throws Exception {
    var random = new Random(7);

    for (int code : plans.getSupportedCallingCodes()) {
      for (int i = 0; i < 300; i++) {
        var digits = code + "" + random.nextLong(1_000_000_000L, 100_000_000_000L);
        var plain = "+" + digits.substring(0, random.nextInt(7, digits.length()));

        var careful = plan.parse(plain.substring(0, 4) + " " + plain.substring(4));

        assertEquals(careful, plan.parse(plain), plain);
        if (careful.isPresent()) {
          var known = plans.parse(careful.get().e164(), "ZZ");
          var valid = plans.isValidNumber(known);
          assertEquals(valid, kind(plain) != NumberKind.UNKNOWN, plain);
          if (valid) {
            var region = plans.getRegionCodeForNumber(known).replace("001", "none");
            assertEquals(region, region(plain), plain);
          }
        }
      }
    }
  }

  @Test
  void a_number_that_is_assigned_with_and_without_its_first_digits_has_them_read_as_a_prefix() {
    var careful = plan.parse("+375 8105000185");

    assertEquals(careful, plan.parse("+3758105000185"));
  }

  private String region(String e164) {
    return plan.describe(new PhoneNumber(e164)).region().map(Region::iso).orElse("none");
  }

  private NumberKind kind(String e164) {
    return plan.describe(new PhoneNumber(e164)).kind();
  }
}
