package dev.codeport.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers every request as StartMessaging answers one that it accepts, without looking at it: the
 * fastest upstream there can be. Arguments: its port. Runs until it is ended.
 */
public final class QuickSender {
  private QuickSender() {}

  public static void main(String[] args) {
    var number = new AtomicLong();
    Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                        "{\"data\":{\"requestId\":\"r"
                            + number.incrementAndGet()
                            + "\",\"expiresAt\":\"2099-01-01T00:00:00.000Z\",\"attemptsLeft\":3}}"))
        .listen(Integer.parseInt(args[0]), "127.0.0.1")
        .onFailure(fault -> System.exit(1));
  }
}
