package dev.codeport.provider.sandbox;

import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.HandlerApi.Ask;
import dev.codeport.provider.sandbox.Mishaps.Act;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Takes HTTP requests and counts them. */
final class Counter implements HttpHandler {
  private static final Splitter PARAMETERS = Splitter.on('&').omitEmptyStrings();

  private static final String SCHEME = "ApiKey ";

  private final HandlerApi api;
  private final Voice voice;
  private final Mishaps mishaps;
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

  Counter(HandlerApi api, Voice voice, Mishaps mishaps) {
    this.api = api;
    this.voice = voice;
    this.mishaps = mishaps;
  }

  /** How often each action was asked for. */
  Map<String, Long> calls() {
    var counts = new HashMap<String, Long>();
    calls.forEach((action, count) -> counts.put(action, count.sum()));
    return Map.copyOf(counts);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      answer(exchange, new Ask(parameters(exchange.getRequestURI().getRawQuery())));
    }
  }

  /** The same questions under HeroSMS' own paths, with the key in a header. */
  HttpHandler offers() {
    return exchange -> {
      try (exchange) {
        var wanted = parameters(exchange.getRequestURI().getRawQuery());
        var ask = new HashMap<>(Map.of("action", HandlerApi.OFFERS));
        ask.put("api_key", key(exchange));
        ask.put("service", wanted.getOrDefault("services", ""));
        ask.put("country", wanted.getOrDefault("countries", ""));
        answer(exchange, new Ask(ask));
      }
    };
  }

  private static String key(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null && given.startsWith(SCHEME) ? given.substring(SCHEME.length()) : "";
  }

  private void answer(HttpExchange exchange, Ask ask) throws IOException {
    calls.computeIfAbsent(ask.action(), action -> new LongAdder()).increment();
    mishaps.serve(exchange, HandlerApi.place(ask), act(ask));
  }

  private Act act(Ask ask) {
    return new Act() {
      @Override
      public Page carryOut(Optional<Kind> twist) {
        return voice.say(api.answer(ask, twist));
      }

      @Override
      public Page refuse(String token) {
        return voice.say(token);
      }
    };
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
