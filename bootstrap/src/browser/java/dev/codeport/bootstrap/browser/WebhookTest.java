package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An address of one's own that is told of events, and told once more. */
@ExtendWith(Stage.Shared.class)
class WebhookTest {
  private final Stage stage;

  WebhookTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void a_delivery_is_looked_at_and_sent_once_more(Screen screen) {
    var customer = stage.customer("Ada");
    try (var till = Till.open();
        var visitor = stage.visitor(screen)) {
      var page = visitor.page();
      visitor.signIn(customer.key());
      visitor.open("/console/webhooks");
      page.locator("#url").fill(till.url());
      page.locator("#description").fill("Our till");
      visitor.press("Add");
      page.waitForURL("**/console/webhooks/*/secret*");
      var webhook = visitor.path().replace("/secret", "");
      visitor.open(webhook);
      visitor.press("Try it");
      assertThat(page.getByText("It answered 204").first()).isVisible();
      stage.deliver(
          Wish.WHATSAPP.order(customer, "one").path("phone_number").asText(),
          "Your code is 482913");
      var before = till.calls();

      visitor.open(webhook);
      page.locator("a[href*='/deliveries/']").first().click();
      visitor.press("Send again");

      assertThat(page.getByText("Sent once more").first()).isVisible();
      page.waitForCondition(() -> till.calls() > before);
      assertTrue(till.calls() > 1);
    }
  }
}
