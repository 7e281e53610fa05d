package dev.codeport.provider.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the planned faults happen to requests, and answers those that were spared. */
public final class Mishaps {
  private final FaultPlan faults;
  private final CountDownLatch closed = new CountDownLatch(1);

  public Mishaps(FaultPlan faults) {
    this.faults = faults;
  }

  /** What a request asks for. */
  public interface Act {
    /**
     * @param twist what goes wrong with the business itself
     */
    Page carryOut(Optional<Kind> twist);

    /** An error of this name, with nothing done. */
    Page refuse(String token);
  }

  /** Serves one request, whose body was read. */
  public void serve(HttpExchange exchange, Place place, Act act) throws IOException {
    try {
      serve(exchange, faults.take(place), act);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets go of all that wait. */
  public void close() {
    closed.countDown();
  }

  private void serve(HttpExchange exchange, Optional<Fault> planned, Act act)
      throws IOException, InterruptedException {
    if (planned.isEmpty()) {
      send(exchange, act.carryOut(Optional.empty()));
      return;
    }
    var fault = planned.get();
    if (happensNow(fault.kind())) {
      faults.saw(fault.kind());
    }
    switch (fault.kind()) {
      case REFUSE -> send(exchange, act.refuse(fault.text()));
      case GARBAGE -> send(exchange, Page.html(200, fault.text()));
      case BROKEN -> send(exchange, Page.html(500, fault.text()));
      case ANSWER -> send(exchange, page(fault.text()));
      case LYING_STOCK -> send(exchange, act.refuse(Trouble.NO_NUMBERS.token));
      case EARLY_CANCEL -> send(exchange, act.refuse(Trouble.TOO_EARLY.token));
      case UNHEARD -> {}
      case LOST_ANSWER -> act.carryOut(Optional.empty());
      case SILENCE -> {
        act.carryOut(Optional.empty());
        await(fault.delay());
      }
      case GARBLED -> {
        act.carryOut(Optional.empty());
        send(exchange, Page.html(200, fault.text()));
      }
      case BROKEN_AFTER -> {
        act.carryOut(Optional.empty());
        send(exchange, Page.html(500, fault.text()));
      }
      case CUT_BODY -> sendHalf(exchange, act.carryOut(Optional.empty()));
      case SLOW -> {
        var page = act.carryOut(Optional.empty());
        await(fault.delay());
        send(exchange, page);
      }
      case DEARER, SAME_NUMBER, NO_SMS, DUPLICATE_SMS, LATE_SMS, SMS_AFTER_CANCEL ->
          send(exchange, act.carryOut(Optional.of(fault.kind())));
    }
  }

  /** The others are counted when what they plan has come to pass. */
  private static boolean happensNow(Kind kind) {
    return switch (kind) {
      case DUPLICATE_SMS, LATE_SMS, SMS_AFTER_CANCEL -> false;
      case REFUSE,
          GARBAGE,
          BROKEN,
          ANSWER,
          UNHEARD,
          LOST_ANSWER,
          SILENCE,
          CUT_BODY,
          GARBLED,
          BROKEN_AFTER,
          SLOW,
          LYING_STOCK,
          DEARER,
          SAME_NUMBER,
          NO_SMS,
          EARLY_CANCEL ->
          true;
    };
  }

  private static Page page(String statusAndBody) {
    int space = statusAndBody.indexOf(' ');
    return Page.html(
        Integer.parseInt(statusAndBody.substring(0, space)), statusAndBody.substring(space + 1));
  }

  private void await(Duration time) throws InterruptedException {
    closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    var bytes = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.type());
    exchange.sendResponseHeaders(page.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void sendHalf(HttpExchange exchange, Page page) throws IOException {
    var bytes = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status(), bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }
}
