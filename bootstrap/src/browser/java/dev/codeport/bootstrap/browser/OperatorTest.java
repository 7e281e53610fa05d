package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money for a new account, by hand. */
@ExtendWith(Stage.Shared.class)
class OperatorTest {
  private final Stage stage;

  OperatorTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void an_account_is_opened_and_topped_up_once_however_often_the_form_is_sent(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      assertToppedUpOnce(visitor, screen, "Grace with script, " + screen);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_without_script(Screen screen) {
    try (var visitor = stage.visitorWithoutScript(screen)) {
      assertToppedUpOnce(visitor, screen, "Grace without script, " + screen);
    }
  }

  private void assertToppedUpOnce(Visitor visitor, Screen screen, String name) {
    var page = visitor.page();
    var sent = new ArrayList<Request>();
    page.onRequest(request -> keep(sent, request));
    visitor.signIn(stage.adminKey());
    visitor.open("/console/operator/accounts");
    page.locator("#name").fill(name);
    visitor.press("Open account");
    assertThat(page.getByText("The account is open.")).isVisible();

    page.locator("#amount").first().fill("2500000");
    page.locator("#reference").first().fill("Invoice 2026-118");
    visitor.press("Top up");

    assertThat(page.getByText("Booked.")).isVisible();
    assertThat(page.locator(".figure").first()).hasText("IDR 2,500,000");
    sendAgain(page, sent.getLast());
    page.reload();
    assertThat(page.locator(".figure").first()).hasText("IDR 2,500,000");
    assertThat(page.getByText("2500000 IDR")).hasCount(1);
    assertBookedOnce(screen, keyFor(visitor));
  }

  private static void keep(List<Request> sent, Request request) {
    if (request.method().equals("POST")) {
      sent.add(request);
    }
  }

  /** As a browser does whose button was pressed twice. */
  private void sendAgain(Page page, Request request) {
    var again =
        page.request()
            .post(
                request.url(),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setHeader("Origin", stage.origin())
                    .setData(request.postData()));
    assertEquals(200, again.status(), again.text());
  }

  private static String keyFor(Visitor visitor) {
    visitor.press("Issue a key");
    return visitor.page().locator(".token").textContent().strip();
  }

  private void assertBookedOnce(Screen screen, String key) {
    try (var customer = stage.visitor(screen)) {
      var page = customer.page();
      customer.signIn(key);
      customer.open("/console/money");

      assertThat(page.locator(".figure").first()).hasText("IDR 2,500,000");
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("tbody tr")).containsText("Invoice 2026-118");
    }
  }
}
