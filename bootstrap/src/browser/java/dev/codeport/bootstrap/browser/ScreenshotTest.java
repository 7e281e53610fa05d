package dev.codeport.bootstrap.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of the main pages, into the folder {@code browser.screenshots}. */
@ExtendWith(Stage.Shared.class)
class ScreenshotTest {
  private static final long MOST_BYTES = 150_000;

  private final Stage stage;

  ScreenshotTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void of_the_main_pages() throws IOException {
    var shop = Shop.open(stage);
    for (var screen : Screen.values()) {
      pictures(screen, "", Map.of("sign-in", "/console/sign-in"));
      pictures(screen, shop.customer().key(), pages(shop));
      pictures(screen, stage.adminKey(), Map.of("vendors", "/console/operator/vendors"));
    }
  }

  private static Map<String, String> pages(Shop shop) {
    return Map.of(
        "get",
        "/console/get?platform=whatsapp&country=id",
        "order",
        "/console/orders/" + shop.arrived(),
        "orders",
        "/console/orders",
        "verification",
        shop.guessed(),
        "delivery",
        shop.delivery(),
        "money",
        "/console/money");
  }

  private void pictures(Screen screen, String key, Map<String, String> pages) throws IOException {
    try (var visitor = stage.visitor(screen)) {
      if (!key.isEmpty()) {
        visitor.signIn(key);
      }
      for (var page : pages.entrySet()) {
        visitor.open(page.getValue());
        picture(visitor.page(), page.getKey(), screen);
      }
    }
  }

  private static void picture(Page page, String name, Screen screen) throws IOException {
    var folder = Path.of(System.getProperty("browser.screenshots", "target/screenshots"));
    for (var theme : ColorScheme.values()) {
      if (theme != ColorScheme.NO_PREFERENCE) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        var file =
            folder.resolve((name + "-" + screen + "-" + theme + ".png").toLowerCase(Locale.ROOT));
        Picture.of(page.screenshot()).save(file);
        assertTrue(Files.size(file) < MOST_BYTES, file::toString);
      }
    }
  }
}
