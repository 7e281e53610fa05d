package dev.codeport.domain.code;

/** A word of the lexicon met in a message, at {@code [start, end)} of the folded text. */
record Hit(Kind kind, int start, int end) {
  int length() {
    return end - start;
  }
}
