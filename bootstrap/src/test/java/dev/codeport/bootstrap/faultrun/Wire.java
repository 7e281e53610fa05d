package dev.codeport.bootstrap.faultrun;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Writes answers, whole and otherwise. One that is not written at all breaks the connection. */
final class Wire {
  private static final int ENDLESS = 8 << 20;
  private static final byte[] PIECE =
      "[{\"id\":1,\"status\":\"PENDING\"},".repeat(2_000).getBytes(UTF_8);

  private Wire() {}

  static void send(HttpExchange exchange, Told told) throws IOException {
    if (told.status() == 429) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    send(exchange, told.status(), told.body().getBytes(UTF_8));
  }

  static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** More was announced than comes. */
  static void sendHalf(HttpExchange exchange, Told told) throws IOException {
    var bytes = told.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(told.status(), bytes.length + 1);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  /** More than anybody is willing to read. */
  static void neverEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int sent = 0; sent < ENDLESS; sent += PIECE.length) {
      exchange.getResponseBody().write(PIECE);
    }
  }
}
