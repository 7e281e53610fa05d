package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
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
  void a_delivery_is_looked_at_and_sent_once_more(Screen screen) throws IOException {
    var calls = new AtomicInteger();
    var till = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    till.createContext(
        "/",
        call -> {
          calls.incrementAndGet();
          call.sendResponseHeaders(204, -1);
          call.close();
        });
    till.start();
    var customer = stage.customer("Ada");
    try (var visitor = stage.visitor(screen)) {
      var page = visitor.page();
      visitor.signIn(customer.key());
      visitor.open("/console/webhooks");
      page.locator("#url").fill("http://127.0.0.1:" + till.getAddress().getPort() + "/");
      page.locator("#description").fill("Our till");
      visitor.press("Add");
      page.waitForURL("**/console/webhooks/*/secret*");
      var webhook = visitor.path().replace("/secret", "");
      visitor.open(webhook);
      visitor.press("Try it");
      assertThat(page.getByText("It answered 204").first()).isVisible();
      stage.deliver(
          Scene.order(customer, "one").path("phone_number").asText(), "Your code is 482913");
      var before = calls.get();

      visitor.open(webhook);
      page.locator("a[href*='/deliveries/']").first().click();
      visitor.press("Send again");

      assertThat(page.getByText("Sent once more").first()).isVisible();
      page.waitForCondition(() -> calls.get() > before);
      assertTrue(calls.get() > 1);
    } finally {
      till.stop(0);
    }
  }
}
