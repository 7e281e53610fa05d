package dev.codeport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that a Redis server is told, the commands inside of scripts included. */
final class Overheard implements AutoCloseable {
  private final Socket socket;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  private Overheard(Socket socket) {
    this.socket = socket;
  }

  /** From now on. */
  static Overheard at(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    var overheard = new Overheard(socket);
    var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    socket.getOutputStream().write("MONITOR\r\n".getBytes(UTF_8));
    if (!"+OK".equals(lines.readLine())) {
      throw new IOException("it does not let anybody listen");
    }
    Thread.ofVirtual().start(() -> overheard.listen(lines));
    return overheard;
  }

  String text() {
    return String.join("\n", heard);
  }

  private void listen(BufferedReader lines) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
