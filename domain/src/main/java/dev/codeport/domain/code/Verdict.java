package dev.codeport.domain.code;

/** What was taken for the code, and by which rule. */
record Verdict(Weighed taken, String rule) {
  Code code() {
    return new Code(taken.sighting().value());
  }
}
