package dev.codeport.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming in and going, by hand. */
@ExtendWith(Stage.Shared.class)
class SignInTest {
  private final Stage stage;

  SignInTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void a_customer_comes_in_and_goes(Screen screen) {
    var key = stage.customer("Ada").key();

    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(key);
      assertThat(visitor.page().getByText("Ada").first()).isVisible();

      visitor.press("Sign out");

      assertThat(visitor.page().getByText("You are signed out.")).isVisible();
      assertEquals("/console/sign-in", visitor.path());
      visitor.open("/console/orders");
      assertEquals("/console/sign-in", visitor.path());
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_all_works_without_script(Screen screen) {
    var key = stage.customer("Ada").key();

    try (var visitor = stage.visitorWithoutScript(screen)) {
      visitor.signIn(key);
      visitor.press("Dark");
      assertThat(visitor.page().locator("html")).hasAttribute("data-theme", "dark");
      visitor.press("Sign out");

      assertThat(visitor.page().getByText("You are signed out.")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_operator_comes_in_to_a_part_of_its_own(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(stage.adminKey());

      assertEquals(200, visitor.open("/console").status());
      assertEquals("/console/operator", visitor.path().substring(0, 17));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_key_is_told_so(Screen screen) {
    try (var visitor = stage.visitor(screen)) {
      visitor.open("/console/sign-in");
      visitor.page().locator("#key").fill("cp_wrong");
      visitor.press("Sign in");

      assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("opens nothing");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whose_session_is_over_comes_back_to_the_same_page(Screen screen) {
    var key = stage.customer("Ada").key();

    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(key);
      stage.pass(Duration.ofHours(13));

      assertEquals(401, visitor.open("/console/orders?status=open").status());
      assertThat(visitor.page().getByText("signed out because")).isVisible();
      visitor.page().locator("#key").fill(key);
      visitor.page().locator("#key").press("Enter");

      visitor.page().waitForURL("**/console/orders?status=open");
    }
  }
}
