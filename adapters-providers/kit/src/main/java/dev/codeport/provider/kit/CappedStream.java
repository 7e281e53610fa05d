package dev.codeport.provider.kit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks when it is longer than it may be. */
final class CappedStream extends FilterInputStream {
  private final long cap;
  private long count;

  CappedStream(InputStream in, long cap) {
    super(in);
    this.cap = cap;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    return one < 0 ? one : counted(one, 1);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int got = super.read(into, offset, length);
    return got < 0 ? got : counted(got, got);
  }

  private int counted(int result, int bytes) throws IOException {
    count += bytes;
    if (count > cap) {
      throw new IOException("more than " + cap + " bytes");
    }
    return result;
  }
}
