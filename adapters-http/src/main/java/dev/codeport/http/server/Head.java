package dev.codeport.http.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What comes before a request's body.
 *
 * @param path as it came
 * @param query raw, without its question mark
 * @param remote the address at the other end of the connection; empty when it has none
 */
record Head(String method, String path, String query, String remote, MultiMap headers) {
  static Head of(HttpServerRequest request) {
    var remote = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    return new Head(
        request.method().name(),
        Objects.requireNonNullElse(request.path(), "/"),
        Objects.requireNonNullElse(request.query(), ""),
        Objects.requireNonNullElse(remote, ""),
        request.headers());
  }

  List<String> header(String name) {
    return headers.getAll(name);
  }

  /** By name in lower case. */
  Map<String, List<String>> all() {
    var all = new TreeMap<String, List<String>>();
    for (var name : headers.names()) {
      all.put(name.toLowerCase(Locale.ROOT), List.copyOf(headers.getAll(name)));
    }
    return all;
  }
}
