package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the main pages, into the folder {@code browser.screenshots}. */
@ExtendWith(Stage.Shared.class)
class ScreenshotTest {
  private static final long MOST_BYTES = 200_000;

  private final Stage stage;

  ScreenshotTest(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource
  void of_the_main_pages(Screen screen) throws IOException {
    var scene = Scene.of(stage);
    try (var visitor = stage.visitor(screen)) {
      visitor.open("/console/sign-in");
      picture(visitor.page(), "sign-in", screen);
      visitor.signIn(scene.customer().key());
      for (var page : pages().entrySet()) {
        visitor.open(page.getValue());
        picture(visitor.page(), page.getKey(), screen);
      }
    }
    try (var visitor = stage.visitor(screen)) {
      visitor.signIn(stage.adminKey());
      visitor.open("/console");
      picture(visitor.page(), "operator", screen);
    }
  }

  private static Map<String, String> pages() {
    return new TreeMap<>(Map.of("orders", "/console/orders"));
  }

  private static void picture(Page page, String name, Screen screen) throws IOException {
    var folder = Path.of(System.getProperty("browser.screenshots", "target/screenshots"));
    for (var theme : ColorScheme.values()) {
      if (theme != ColorScheme.NO_PREFERENCE) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        var file =
            folder.resolve((name + "-" + screen + "-" + theme + ".png").toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertTrue(Files.size(file) < MOST_BYTES, file::toString);
      }
    }
  }
}
