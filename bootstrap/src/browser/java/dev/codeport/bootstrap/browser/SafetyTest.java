package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

  @Test
  void the_way_in_is_light() {
    var bytes = new ArrayList<Long>();

    try (var visitor = stage.visitor(Screen.PHONE)) {
      visitor
          .page()
          .onRequestFinished(
              request ->
                  bytes.add(
                      (long) request.sizes().responseBodySize
                          + request.sizes().responseHeadersSize));
      visitor.open("/console/sign-in");
      visitor.page().waitForLoadState();
    }

    var all = bytes.stream().mapToLong(Long::longValue).sum();
    assertTrue(all > 1_000 && all < MOST_BYTES, () -> all + " bytes: " + bytes);
  }
}
