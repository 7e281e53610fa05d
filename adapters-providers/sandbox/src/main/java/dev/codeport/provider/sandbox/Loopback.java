package dev.codeport.provider.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Opens servers on loopback, of the JDK's own kind. */
public final class Loopback {
  static {
    // The JDK's server reads these once. Without the first, an answer may wait 40 ms for an
    // acknowledgement; with the second's default of 200, busy connections are closed.
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
  }

  private Loopback() {}

  /**
   * @param port 0 for any free one
   * @throws UncheckedIOException when it is taken
   */
  public static HttpServer listen(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of the sandbox", e);
    }
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
