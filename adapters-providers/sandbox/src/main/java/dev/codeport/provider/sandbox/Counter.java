package dev.codeport.provider.sandbox;

import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.HandlerApi.Ask;
import dev.codeport.provider.sandbox.Voice.Page;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Takes HTTP requests, lets the planned faults happen, and answers. */
final class Counter implements HttpHandler {
  private static final Splitter PARAMETERS = Splitter.on('&').omitEmptyStrings();

  private final HandlerApi api;
  private final Voice voice;
  private final FaultPlan faults;
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  Counter(HandlerApi api, Voice voice, FaultPlan faults) {
    this.api = api;
    this.voice = voice;
    this.faults = faults;
  }

  /** How often each action was asked for. */
  Map<String, Long> calls() {
    var counts = new HashMap<String, Long>();
    calls.forEach((action, count) -> counts.put(action, count.sum()));
    return Map.copyOf(counts);
  }

  /** Lets go of all that wait. */
  void close() {
    closed.countDown();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var ask = new Ask(parameters(exchange.getRequestURI().getRawQuery()));
      calls.computeIfAbsent(ask.action(), action -> new LongAdder()).increment();
      serve(exchange, ask, faults.take(HandlerApi.place(ask)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(HttpExchange exchange, Ask ask, Optional<Fault> planned)
      throws IOException, InterruptedException {
    if (planned.isEmpty()) {
      send(exchange, voice.say(api.answer(ask, Optional.empty())));
      return;
    }
    var fault = planned.get();
    if (happensNow(fault.kind())) {
      faults.saw(fault.kind());
    }
    switch (fault.kind()) {
      case REFUSE -> send(exchange, voice.say(fault.text()));
      case GARBAGE -> send(exchange, new Page(200, fault.text()));
      case BROKEN -> send(exchange, new Page(500, fault.text()));
      case LYING_STOCK -> send(exchange, voice.say(Trouble.NO_NUMBERS.token));
      case EARLY_CANCEL -> send(exchange, voice.say(Trouble.TOO_EARLY.token));
      case UNHEARD -> {}
      case LOST_ANSWER -> api.answer(ask, Optional.empty());
      case SILENCE -> {
        api.answer(ask, Optional.empty());
        await(fault.delay());
      }
      case GARBLED -> {
        api.answer(ask, Optional.empty());
        send(exchange, new Page(200, fault.text()));
      }
      case BROKEN_AFTER -> {
        api.answer(ask, Optional.empty());
        send(exchange, new Page(500, fault.text()));
      }
      case CUT_BODY -> sendHalf(exchange, voice.say(api.answer(ask, Optional.empty())));
      case SLOW -> {
        var page = voice.say(api.answer(ask, Optional.empty()));
        await(fault.delay());
        send(exchange, page);
      }
      case DEARER, SAME_NUMBER, NO_SMS, DUPLICATE_SMS, LATE_SMS, SMS_AFTER_CANCEL ->
          send(exchange, voice.say(api.answer(ask, Optional.of(fault.kind()))));
    }
  }

  /** The others are counted when what they plan has come to pass. */
  private static boolean happensNow(Kind kind) {
    return switch (kind) {
      case DUPLICATE_SMS, LATE_SMS, SMS_AFTER_CANCEL -> false;
      case REFUSE,
          GARBAGE,
          BROKEN,
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

  private void await(Duration time) throws InterruptedException {
    closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    var bytes = page.body().getBytes(StandardCharsets.UTF_8);
    // Real ones call everything HTML, JSON too.
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
    exchange.sendResponseHeaders(page.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void sendHalf(HttpExchange exchange, Page page) throws IOException {
    var bytes = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status(), bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new HashMap<String, String>();
    for (var pair : PARAMETERS.split(query == null ? "" : query)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
