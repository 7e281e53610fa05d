package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number, from the search for it until its code is there. */
@ExtendWith(Stage.Shared.class)
class OrderTest {
  private static final String TEXT = "482-913 is your WhatsApp code";

  private final Stage stage;

  OrderTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void a_number_is_found_as_one_types_ordered_and_its_code_appears_by_itself(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      var page = visitor.page();
      visitor.signIn(stage.customer("Ada").key());
      visitor.open("/console/get");
      page.locator("#what").pressSequentially("whatsap");
      page.locator("#results").getByText("WhatsApp").first().click();
      page.locator("#where").pressSequentially("indonesia");
      page.locator("#results a[href*='country=id']").first().click();
      visitor.press("Order");
      page.waitForURL("**/console/orders/*");

      stage.deliver(page.locator(".number").textContent().strip(), TEXT);

      assertThat(page.locator("#code")).hasText("482913");
      assertThat(page.locator(".sms mark")).hasText("482-913");
      visitor.press("Finish");
      assertThat(page.getByText("The order is finished.")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_without_script_by_loading_again(Screen screen) {
    try (var visitor = stage.visitorWithoutScript(screen)) {
      var page = visitor.page();
      visitor.signIn(stage.customer("Ada").key());
      visitor.open("/console/get");
      page.locator("#what").fill("whatsapp");
      visitor.press("Search");
      page.locator("#results a[href*='country=id']").first().click();
      visitor.press("Order");
      page.waitForURL("**/console/orders/*");
      stage.deliver(page.locator(".number").textContent().strip(), TEXT);
      assertThat(page.locator("#code")).hasCount(0);

      page.reload();

      assertThat(page.locator("#code")).hasText("482913");
      visitor.press("Finish");
      assertThat(page.getByText("The order is finished.")).isVisible();
    }
  }

  @Test
  void a_keyboard_is_enough() {
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      var page = visitor.page();
      var keyboard = new Keyboard(page);
      visitor.open("/console/sign-in");
      page.keyboard().type(stage.customer("Ada").key());
      page.keyboard().press("Enter");
      page.waitForURL(address -> !address.contains("/sign-in"));
      visitor.open("/console/get");

      keyboard.goTo("#what");
      page.keyboard().type("whatsapp");
      assertThat(page.locator("#results a[href*='platform=whatsapp']").first()).isVisible();
      keyboard.goTo("#results a[href*='platform=whatsapp']");
      page.keyboard().press("Enter");
      page.waitForURL("**/console/get?platform=whatsapp*");
      keyboard.goTo("#results a[href*='country=id']");
      page.keyboard().press("Enter");
      page.waitForURL("**country=id*");
      keyboard.goTo("form[action='/console/orders'] button[type=submit]");
      page.keyboard().press("Enter");

      page.waitForURL("**/console/orders/*");
      assertThat(page.locator(".number")).isVisible();
    }
  }
}
