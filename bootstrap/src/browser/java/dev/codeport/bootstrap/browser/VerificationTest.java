package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code sent to a phone and checked, by hand. */
@ExtendWith(Stage.Shared.class)
class VerificationTest {
  private final Stage stage;

  VerificationTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @CsvSource({"DESKTOP, +447700900131", "PHONE, +447700900132"})
  void a_code_is_sent_a_wrong_one_refused_and_the_right_one_taken(Screen screen, String phone) {
    try (var visitor = stage.visitor(screen)) {
      var page = visitor.page();
      visitor.signIn(stage.customer("Ada").key());
      visitor.open("/console/verifications");
      page.locator("#to").fill(phone);
      visitor.press("Send");
      page.waitForURL("**/console/verifications/*");
      var code = stage.code(phone);

      page.locator("#code").fill(code.equals("000000") ? "111111" : "000000");
      visitor.press("Check");
      assertThat(page.getByText("Wrong. Guesses left").first()).isVisible();
      page.locator("#code").fill(code);
      visitor.press("Check");

      assertThat(page.getByText("Right: the phone is verified.")).isVisible();
    }
  }
}
