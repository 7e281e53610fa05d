package dev.codeport.bootstrap.browser;

import com.microsoft.playwright.Browser;

/** What a visitor looks at the console with. */
enum Screen {
  DESKTOP(1280, 900, false),
  PHONE(390, 844, true);

  private final int width;
  private final int height;
  private final boolean touch;

  Screen(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setIsMobile(touch)
        .setHasTouch(touch)
        .setLocale("en-GB")
        .setTimezoneId("Asia/Jakarta");
  }
}
