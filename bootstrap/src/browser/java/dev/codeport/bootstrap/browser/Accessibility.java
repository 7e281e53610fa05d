package dev.codeport.bootstrap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What axe-core finds wrong with a page, in both themes. */
final class Accessibility {
  private static final String AXE = script();

  /** Every rule that axe-core has, among them those that are only good practice. */
  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ["violations"] });
        return found.violations.flatMap((rule) =>
          rule.nodes.map((node) => rule.id + ": " + node.target.join(" ") + " " + node.failureSummary));
      }
      """;

  private Accessibility() {}

  static List<String> violations(Page page) {
    page.evaluate(AXE);
    var found = new ArrayList<String>();
    for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      for (var violation : (List<?>) page.evaluate(RUN)) {
        found.add(page.url() + " " + theme + " " + violation);
      }
    }
    return found;
  }

  private static String script() {
    try (var in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
