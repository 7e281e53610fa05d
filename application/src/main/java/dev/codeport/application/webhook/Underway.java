package dev.codeport.application.webhook;

/** How much runs in the background. What begins more before it ends leaves no gap in between. */
final class Underway {
  private int all;

  synchronized void begin() {
    all++;
  }

  synchronized void end() {
    all--;
    notifyAll();
  }

  /** Returns once nothing runs. */
  synchronized void awaitNone() throws InterruptedException {
    while (all > 0) {
      wait();
    }
  }
}
