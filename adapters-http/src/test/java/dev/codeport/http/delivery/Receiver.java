package dev.codeport.http.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody's webhook endpoint, which writes down all it gets and answers as it is told. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();
  private volatile Answer answer = Answer.of(204);

  /** What came. */
  record Letter(Map<String, List<String>> headers, String body) {
    @Nullable String header(String name) {
      var values = headers.get(name);
      return values == null ? null : values.getFirst();
    }

    String id() {
      return String.valueOf(header("webhook-id"));
    }
  }

  /** What to do with an exchange. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;

    static Answer of(int status, String... headers) {
      return exchange -> {
        for (int i = 0; i < headers.length; i += 2) {
          exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
      };
    }

    static Answer saying(int status, String text) {
      return exchange -> {
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
      };
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  Receiver answering(Answer next) {
    answer = next;
    return this;
  }

  /** Never answers before it is closed. */
  Receiver hanging() {
    return answering(exchange -> over.await());
  }

  /** The next that came; waits for it. */
  Letter next() {
    try {
      var letter = letters.poll(10, TimeUnit.SECONDS);
      if (letter == null) {
        throw new AssertionError("nothing came");
      }
      return letter;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** How many are here that nobody has looked at. */
  int waiting() {
    return letters.size();
  }

  int mostAtOnce() {
    return mostInside.get();
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try (exchange) {
      var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      letters.add(new Letter(headers, body));
      answer.give(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inside.decrementAndGet();
    }
  }
}
