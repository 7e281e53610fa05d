package dev.codeport.provider.kit;

import java.io.IOException;
import java.io.InputStream;

/** What came back of a call whose good answer was read while it came. */
public sealed interface Streamed<T> {
  /** The answer had status 200, and was read to the end. */
  record Whole<T>(T value) implements Streamed<T> {}

  /** Anything else: another status, or no whole answer. */
  record Other<T>(Reply reply) implements Streamed<T> {}

  /** Makes something of a body. */
  interface Reader<T> {
    T read(InputStream body) throws IOException;
  }
}
