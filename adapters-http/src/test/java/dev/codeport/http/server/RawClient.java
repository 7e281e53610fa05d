package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Writes bytes into a connection and reads what comes back, without any manners. */
final class RawClient {
  private RawClient() {}

  /** All that was answered until the server closed or was silent for a while. */
  static String exchange(int port, byte[] bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(3000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(socket);
    }
  }

  static String exchange(int port, String text) throws IOException {
    return exchange(port, text.getBytes(ISO_8859_1));
  }

  /** Reads until the server closes, or one answer with a Content-Length is complete. */
  static String read(Socket socket) throws IOException {
    var seen = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    try {
      for (int n; !isComplete(seen) && (n = socket.getInputStream().read(buffer)) >= 0; ) {
        seen.write(buffer, 0, n);
      }
    } catch (SocketTimeoutException e) {
      seen.write(" (silent)".getBytes(ISO_8859_1));
    }
    return seen.toString(ISO_8859_1);
  }

  /** Reads until this comes, which must be before the end. */
  static String until(Socket socket, String mark) throws IOException {
    var seen = new StringBuilder();
    while (seen.indexOf(mark) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("closed after " + seen);
      }
      seen.append((char) next);
    }
    return seen.toString();
  }

  private static boolean isComplete(ByteArrayOutputStream seen) {
    var text = seen.toString(ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    var length = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ");
    if (end < 0 || length < 0 || length > end) {
      return false;
    }
    var from = length + "content-length: ".length();
    var expected = Integer.parseInt(text.substring(from, text.indexOf("\r\n", from)));
    return text.length() >= end + 4 + expected;
  }
}
