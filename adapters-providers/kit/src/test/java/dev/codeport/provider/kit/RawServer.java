package dev.codeport.provider.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A server on loopback that misbehaves on the wire as a test likes. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What happens after the head of a request was read; the connection is closed then. */
  interface Behaviour {
    void act(RawServer server, Socket connection, OutputStream out)
        throws IOException, InterruptedException;
  }

  private RawServer(Behaviour behaviour) throws IOException {
    this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.behaviour = behaviour;
    Thread.ofVirtual().start(this::accept);
  }

  static RawServer that(Behaviour behaviour) throws IOException {
    return new RawServer(behaviour);
  }

  static RawServer answering(String raw) throws IOException {
    return answering(raw.getBytes(StandardCharsets.UTF_8));
  }

  static RawServer answering(byte[] raw) throws IOException {
    return that((server, connection, out) -> out.write(raw));
  }

  /** A whole answer of HTTP. */
  static String http(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 "
        + status
        + " Said\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  Request request() {
    return new Request.Builder().url(url()).build();
  }

  HttpUrl url() {
    return new HttpUrl.Builder()
        .scheme("http")
        .host("127.0.0.1")
        .port(socket.getLocalPort())
        .addQueryParameter("api_key", "s3cret/key")
        .build();
  }

  int requests() {
    return requests.get();
  }

  /** Waits until the server is closed. */
  void hang() throws InterruptedException {
    closed.await();
  }

  /** Lets go of those that hang. */
  void release() {
    closed.countDown();
  }

  @Override
  public void close() throws IOException {
    release();
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      readHead(connection);
      requests.incrementAndGet();
      var out = connection.getOutputStream();
      behaviour.act(this, connection, out);
      out.flush();
    } catch (IOException e) {
      // The client went away, which some tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readHead(Socket connection) throws IOException {
    var in = connection.getInputStream();
    int state = 0;
    while (state < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      state = next == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : 0;
    }
  }
}
