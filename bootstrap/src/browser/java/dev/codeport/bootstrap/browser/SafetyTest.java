package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What browsers are told to forbid, and that they do; and how little the way in weighs. */
@ExtendWith(Stage.Shared.class)
class SafetyTest {
  private static final long MOST_BYTES = 60_000;

  private final Stage stage;

  SafetyTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void every_page_says_what_is_forbidden_on_it() {
    try (var visitor = stage.visitor(Screen.DESKTOP)) {
      for (var path : new String[] {"/console/sign-in", "/console/orders", "/console/nowhere"}) {
        var headers = visitor.open(path).headers();

        var policy = Objects.requireNonNull(headers.get("content-security-policy"));
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("DENY", headers.get("x-frame-options"));
        assertEquals("nosniff", headers.get("x-content-type-options"));
        assertEquals("same-origin", headers.get("referrer-policy"));
        assertTrue(headers.getOrDefault("cache-control", "").contains("no-store"), path);
      }
    }
  }

  /** The policy is obeyed: a script that came into a page would not run, and would be heard of. */
  @Test
  void a_script_in_a_page_would_not_run_and_would_be_noticed() {
    var visitor = stage.visitor(Screen.DESKTOP);
    visitor.open("/console/sign-in");

    visitor.page().evaluate("document.body.innerHTML += \"<img src=x onerror='window.ran = 1'>\"");
    visitor.page().waitForTimeout(200);

    assertNull(visitor.page().evaluate("window.ran"));
    assertTrue(
        visitor.complaints().stream().anyMatch(said -> said.contains("Content Security Policy")),
        visitor.complaints()::toString);
    assertThrows(AssertionError.class, visitor::close);
  }

  /** Nothing is in the browser's cache: all that is needed to come in and see something. */
  @ParameterizedTest
  @EnumSource
  void the_way_in_and_the_first_page_are_light_and_come_from_here(Screen screen) {
    assertLight(screen, stage.customer("Ada").key());
    assertLight(screen, stage.adminKey());
  }

  private void assertLight(Screen screen, String key) {
    var requests = new ArrayList<Request>();
    try (var visitor = stage.visitor(screen)) {
      visitor.page().onRequestFinished(requests::add);
      visitor.signIn(key);
      visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

      var bytes = requests.stream().mapToLong(SafetyTest::bytes).sum();
      var what = requests.stream().map(one -> bytes(one) + " " + one.url()).toList();
      assertTrue(bytes > 10_000 && bytes < MOST_BYTES, () -> bytes + " bytes: " + what);
      assertTrue(
          requests.stream().allMatch(one -> one.url().startsWith(stage.origin() + "/console")),
          what::toString);
    }
  }

  private static long bytes(Request request) {
    return (long) request.sizes().responseBodySize + request.sizes().responseHeadersSize;
  }
}
