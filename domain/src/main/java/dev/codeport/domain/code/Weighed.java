package dev.codeport.domain.code;

/** A sighting with what speaks for it. */
record Weighed(Sighting sighting, Support support, int score) {
  boolean isBelieved() {
    return score >= Scoring.BELIEVED;
  }

  boolean isViable() {
    return sighting.isViable();
  }

  int start() {
    return sighting.start();
  }

  int end() {
    return sighting.end();
  }
}
