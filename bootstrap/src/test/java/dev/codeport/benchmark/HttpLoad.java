package dev.codeport.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Asks one route over many connections for a while. A bare HTTP/1.1 client, so that the load takes
 * as little of the machine as it can.
 */
final class HttpLoad {
  private final int port;
  private final String path;
  private final String token;
  private final AtomicLong number = new AtomicLong();
  private final String run;

  HttpLoad(int port, String path, String token, String run) {
    this.port = port;
    this.path = path;
    this.token = token;
    this.run = run;
  }

  /**
   * @param micros how long each answered request took, sorted
   * @param failed how many were answered with another status than 200
   */
  record Result(List<Long> micros, long failed, double seconds) {
    double perSecond() {
      return micros.size() / seconds;
    }

    double millis(double quantile) {
      return micros.isEmpty()
          ? Double.NaN
          : micros.get((int) Math.min(micros.size() - 1, quantile * micros.size())) / 1000.0;
    }
  }

  Result run(int connections, Duration duration, String body) throws Exception {
    return run(connections, duration, () -> body);
  }

  /**
   * @param bodies another one for each request; asked by many threads
   */
  Result run(int connections, Duration duration, Supplier<String> bodies) throws Exception {
    return run(port, connections, duration, () -> request(bodies.get()));
  }

  private static Result run(int port, int connections, Duration duration, Supplier<byte[]> requests)
      throws Exception {
    var until = System.nanoTime() + duration.toNanos();
    var began = System.nanoTime();
    var calls = new ArrayList<Callable<List<Long>>>();
    for (int i = 0; i < connections; i++) {
      calls.add(() -> ask(port, until, requests));
    }
    var all = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var running : threads.invokeAll(calls)) {
        all.addAll(running.get());
      }
    }
    var seconds = (System.nanoTime() - began) / 1e9;
    var micros = all.stream().filter(t -> t >= 0).map(t -> t / 1000).sorted().toList();
    return new Result(micros, all.size() - micros.size(), seconds);
  }

  /** What a browser that is signed in asks for, again and again. */
  static Result pages(int port, String path, String cookie, int connections, Duration duration)
      throws Exception {
    var request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    return run(port, connections, duration, () -> request);
  }

  private static List<Long> ask(int port, long until, Supplier<byte[]> requests)
      throws IOException {
    var took = new ArrayList<Long>();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < until) {
        var began = System.nanoTime();
        socket.getOutputStream().write(requests.get());
        var status = read(in);
        took.add(status == 200 ? System.nanoTime() - began : -1L);
      }
    }
    return took;
  }

  private byte[] request(String body) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\nidempotency-key: "
            + run
            + "-"
            + number.incrementAndGet()
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(ISO_8859_1);
  }

  private static int read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("closed in the middle of an answer");
      }
      head.append((char) next);
    }
    var length =
        Arrays.stream(head.toString().split("\r\n", -1))
            .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElseThrow();
    in.skipNBytes(length);
    return Integer.parseInt(head.substring(9, 12));
  }
}
