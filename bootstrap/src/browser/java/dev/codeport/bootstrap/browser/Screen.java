package dev.codeport.bootstrap.browser;

import com.google.common.collect.ImmutableList;
import com.microsoft.playwright.Browser;

/** What a visitor looks at the console with. */
enum Screen {
  DESKTOP(ImmutableList.of(1280, 1024, 820), 900, false),
  PHONE(ImmutableList.of(390, 640, 360), 844, true);

  private final ImmutableList<Integer> widths;
  private final int height;
  private final boolean touch;

  Screen(ImmutableList<Integer> widths, int height, boolean touch) {
    this.widths = widths;
    this.height = height;
    this.touch = touch;
  }

  /** Its own and those of its kin, a tablet's among them. */
  ImmutableList<Integer> widths() {
    return widths;
  }

  int height() {
    return height;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(widths.getFirst(), height)
        .setIsMobile(touch)
        .setHasTouch(touch)
        .setLocale("en-GB")
        .setTimezoneId("Asia/Jakarta");
  }
}
