package dev.codeport.bootstrap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Texts of strangers who mean ill, and what becomes of them on a page. */
final class Payloads {
  private static final int LEAST = 100;

  /** Elements and attributes that no page of ours has; one of them came out of a text. */
  private static final String STRANGERS =
      """
      all => all.filter(each =>
          (each.localName === "script" && !each.getAttribute("src")?.startsWith("/console/"))
          || /^(style|iframe|object|embed|base|marquee|xss|audio|video|math|keygen)$/.test(each.localName)
          || [...each.attributes].some(one => /^on|^style$|^srcdoc$/.test(one.name)
              || /^(href|src|action|formaction)$/.test(one.name)
                  && !/^(\\/|#|\\?)/.test(one.value)))
        .map(each => each.outerHTML.slice(0, 200))
      """;

  private Payloads() {}

  static List<String> all() {
    try (var in = Payloads.class.getResourceAsStream("payloads.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page says, of which nothing has run and nothing has become an element. */
  static String read(Visitor visitor, String address) {
    var page = visitor.page();
    assertEquals(List.of(), page.locator("*").evaluateAll(STRANGERS), address);
    assertNull(page.evaluate("window.pwned"), address);
    return page.locator("body").textContent();
  }

  /** Each of these texts, of which there are enough, was seen just as it was written. */
  static void assertShown(List<String> texts, CharSequence seen) {
    var all = seen.toString();
    assertTrue(texts.size() >= LEAST, () -> texts.size() + " texts");
    assertEquals(List.of(), texts.stream().filter(text -> !all.contains(text.strip())).toList());
  }
}
