package dev.codeport.provider.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * One vendor's server, called over HTTP.
 *
 * <p>A call is made once: never repeated, never redirected, never longer than its deadline, never
 * read beyond its cap. Not more calls than the vendor's limit are under way at once; the others
 * wait their turn in order. Never throws for what the network does. Safe for many threads, which it
 * blocks.
 */
public final class Upstream {
  /** Enough for every answer but a list. */
  public static final long SMALL = 1L << 20;

  /** Enough for a vendor's whole price list. */
  public static final long LARGE = 16L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /**
   * Shorter than a common server keeps an idle connection (5 s), as a request sent on one that is
   * being closed is lost, and for a purchase that means not to know whether it was made.
   */
  private static final Duration KEEP_IDLE = Duration.ofSeconds(4);

  private static final long LONGEST_RETRY_AFTER = 3600;

  private final OkHttpClient client;
  private final UpstreamLimits limits;
  private final Semaphore bulkhead;
  private final Redaction redaction;

  /**
   * @param client the process's, from {@link #client(int)}
   * @param hidden texts that must not appear in any reason, such as the vendor's key
   */
  public Upstream(OkHttpClient client, UpstreamLimits limits, List<String> hidden) {
    this.client = client;
    this.limits = limits;
    this.bulkhead = new Semaphore(limits.concurrency(), true);
    this.redaction = new Redaction(hidden);
  }

  /**
   * A client to be shared by all vendors of a process.
   *
   * @param concurrency how many calls may be under way at once to all of them: so many connections
   *     are kept
   */
  public static OkHttpClient client(int concurrency) {
    return new OkHttpClient.Builder()
        .connectionPool(
            new ConnectionPool(concurrency, KEEP_IDLE.toMillis(), TimeUnit.MILLISECONDS))
        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
        .dns(new PromptDns(CONNECT))
        .connectTimeout(CONNECT)
        .readTimeout(Duration.ofSeconds(10))
        .writeTimeout(Duration.ofSeconds(10))
        .callTimeout(Duration.ofSeconds(10))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }

  /** The deadline of an operation that begins now. */
  public Deadline deadline() {
    return Deadline.in(limits.deadline());
  }

  /** Makes a call with a small answer. */
  public Reply call(Request request, Deadline deadline) {
    return call(request, deadline, SMALL);
  }

  /**
   * @param cap how many bytes the answer may have, unpacked; a longer one counts as lost
   */
  public Reply call(Request request, Deadline deadline, long cap) {
    return inTurn(request, deadline, response -> read(response, cap), reply -> reply);
  }

  /**
   * Makes a call whose good answer is too long to be held as a text: it is read while it comes.
   * Every other answer is held, if it is small.
   *
   * @param cap how many bytes the good answer may have, unpacked; a longer one counts as lost
   * @param reader may throw an {@link IOException} when it cannot make sense of it: then it counts
   *     as lost
   */
  public <T> Streamed<T> stream(
      Request request, Deadline deadline, long cap, Streamed.Reader<T> reader) {
    return inTurn(
        request,
        deadline,
        response ->
            response.code() == 200
                ? new Streamed.Whole<>(
                    reader.read(new CappedStream(response.body().byteStream(), cap)))
                : new Streamed.Other<>(read(response, SMALL)),
        Streamed.Other::new);
  }

  private interface Reading<T> {
    T of(Response response) throws IOException;
  }

  private <T> T inTurn(
      Request request, Deadline deadline, Reading<T> reading, Function<Reply, T> failed) {
    try {
      var patience = Math.min(limits.patience().toNanos(), deadline.remaining().toNanos());
      if (!bulkhead.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
        return failed.apply(new Reply.NotSent("too many calls to this vendor are under way"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed.apply(new Reply.NotSent("interrupted"));
    }
    try {
      return deadline.hasPassed()
          ? failed.apply(new Reply.NotSent("no time left"))
          : send(request, deadline, reading, failed);
    } finally {
      bulkhead.release();
    }
  }

  /** The text without anything that must not be seen. */
  public String redact(String text) {
    return redaction.apply(text);
  }

  private <T> T send(
      Request request, Deadline deadline, Reading<T> reading, Function<Reply, T> failed) {
    var call = client.newCall(request);
    var departure = new Departure();
    call.addEventListener(departure);
    call.timeout().timeout(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    try (var response = call.execute()) {
      return reading.of(response);
    } catch (IOException e) {
      var reason = redaction.apply(e.getClass().getSimpleName() + ": " + e.getMessage());
      return failed.apply(departure.began() ? new Reply.Lost(reason) : new Reply.NotSent(reason));
    }
  }

  private static Reply read(Response response, long cap) throws IOException {
    ResponseBody body = response.body();
    BufferedSource source = body.source();
    if (body.contentLength() > cap || source.request(cap + 1)) {
      return new Reply.Lost("HTTP " + response.code() + " with more than " + cap + " bytes");
    }
    return new Reply.Answered(response.code(), source.readUtf8(), retryAfter(response));
  }

  private static Optional<Duration> retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Duration.ofSeconds(Math.min(LONGEST_RETRY_AFTER, Long.parseLong(value))));
  }
}
