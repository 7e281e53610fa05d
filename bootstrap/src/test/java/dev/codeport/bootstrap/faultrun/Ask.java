package dev.codeport.bootstrap.faultrun;

import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a vendor.
 *
 * @param target path and query, as they came
 * @param headers those that a vendor looks at
 */
record Ask(String method, String target, Map<String, String> headers, String body) {
  private static final List<String> HEADERS =
      List.of("Authorization", "Content-Type", "Idempotency-Key");

  static Ask of(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    for (var name : HEADERS) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> headers.put(name, value));
    }
    return new Ask(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** The parts of the path. */
  List<String> path() {
    return Splitter.on('/').omitEmptyStrings().splitToList(target.replaceFirst("\\?.*", ""));
  }

  Map<String, String> parameters() {
    var parameters = new HashMap<String, String>();
    int mark = target.indexOf('?');
    for (var pair : Splitter.on('&').split(mark < 0 ? "" : target.substring(mark + 1))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
