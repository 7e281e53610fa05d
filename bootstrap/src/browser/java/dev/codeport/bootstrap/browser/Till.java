package dev.codeport.bootstrap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A server of somebody else's: a customer's that is told of events, a vendor's that is asked. */
final class Till implements AutoCloseable {
  private static final long PATIENCE = 20;

  private final HttpServer server;
  private final AtomicInteger calls = new AtomicInteger();
  private final Semaphore unheard = new Semaphore(0);
  private volatile BiFunction<Integer, String, Answer> answers =
      (call, query) -> new Answer(204, "");

  private Till(HttpServer server) {
    this.server = server;
  }

  record Answer(int status, String text) {}

  static Till open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var till = new Till(server);
      server.createContext("/", till::answer);
      server.start();
      return till;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often it was told of something. */
  int calls() {
    return calls.get();
  }

  /** Waits until it was told of as many things more. */
  void hear(int things) {
    try {
      assertTrue(unheard.tryAcquire(things, PATIENCE, TimeUnit.SECONDS), () -> calls + " calls");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * @param other by how many calls there were before, and what was asked for
   */
  void answers(BiFunction<Integer, String, Answer> other) {
    answers = other;
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      var answer = answers.apply(calls.getAndIncrement(), call.getRequestURI().toString());
      var body = answer.text().getBytes(UTF_8);
      call.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      call.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
      unheard.release();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
