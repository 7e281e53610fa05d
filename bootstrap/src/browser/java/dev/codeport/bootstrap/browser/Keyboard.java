package dev.codeport.bootstrap.browser;

import com.microsoft.playwright.Page;

/** Somebody without a mouse. */
record Keyboard(Page page) {
  private static final int MOST_STEPS = 200;

  /** Presses Tab until the focus is there. */
  void goTo(String selector) {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (page.locator(selector + ":focus").count() > 0) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the focus never came to " + selector);
  }
}
