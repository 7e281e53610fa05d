package dev.codeport.http.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is answered. */
public final class Reply {
  private static final byte[] NOTHING = {};

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Optional<Feed> feed;
  private final Optional<Parking> parking;
  private final List<String> cookies;

  private Reply(
      int status,
      Map<String, String> headers,
      byte[] body,
      Optional<Feed> feed,
      Optional<Parking> parking,
      List<String> cookies) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.feed = feed;
    this.parking = parking;
    this.cookies = cookies;
  }

  /** A body that comes piece by piece. */
  public static Reply feed(int status, String type, Feed feed) {
    return new Reply(
        status,
        Map.of("Content-Type", type),
        NOTHING,
        Optional.of(feed),
        Optional.empty(),
        List.of());
  }

  /** The answer comes later. */
  public static Reply parked(Parking parking) {
    return new Reply(200, Map.of(), NOTHING, Optional.empty(), Optional.of(parking), List.of());
  }

  public static Reply json(int status, Object view) {
    return of(status, "application/json", Json.write(view));
  }

  /** Problem details, RFC 9457. */
  public static Reply problem(int status, Object view) {
    return of(status, "application/problem+json", Json.write(view));
  }

  public static Reply text(int status, String type, String text) {
    return of(status, type, text.getBytes(UTF_8));
  }

  public static Reply bytes(int status, String type, byte[] body) {
    return of(status, type, body.clone());
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), NOTHING, Optional.empty(), Optional.empty(), List.of());
  }

  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, feed, parking, cookies);
  }

  /** One more {@code Set-Cookie}. */
  public Reply withCookie(String cookie) {
    var more = Stream.concat(cookies.stream(), Stream.of(cookie)).toList();
    return new Reply(status, headers, body, feed, parking, more);
  }

  /** In whole seconds, rounded up, at least one. */
  public Reply retryAfter(Duration wait) {
    return with("Retry-After", Long.toString(seconds(wait)));
  }

  /** As {@link #retryAfter} counts them. */
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  List<String> cookies() {
    return cookies;
  }

  byte[] body() {
    return body;
  }

  Optional<Feed> feed() {
    return feed;
  }

  Optional<Parking> parking() {
    return parking;
  }

  private static Reply of(int status, String type, byte[] body) {
    return new Reply(
        status, Map.of("Content-Type", type), body, Optional.empty(), Optional.empty(), List.of());
  }
}
