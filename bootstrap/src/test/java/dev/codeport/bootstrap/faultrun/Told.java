package dev.codeport.bootstrap.faultrun;

/** A vendor's answer. */
record Told(int status, String body) {
  boolean isGood() {
    return status / 100 == 2;
  }

  Told saying(String other) {
    return new Told(status, other);
  }
}
