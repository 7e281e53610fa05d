package dev.codeport.provider.kit;

import dev.codeport.domain.pool.ProviderHealth;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
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
 * read beyond its cap. Not more calls than the vendor's limits allow are under way at once or made
 * within a second or minute; the others wait their turn. A vendor in trouble is left alone for a
 * while: then a call is not sent. Never throws for what the network does. Safe for many threads,
 * which it blocks.
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

  /** Whoever answers in less is quick. */
  private static final Duration FAIR = Duration.ofSeconds(1);

  private final OkHttpClient client;
  private final UpstreamLimits limits;
  private final Judge judge;
  private final Semaphore bulkhead;
  private final Turnstile turnstile;
  private final Breaker breaker;
  private final Redaction redaction;

  /**
   * @param client the process's, from {@link #client(int)}
   * @param hidden texts that must not appear in any reason, such as the vendor's key
   * @param judge knows by an answer how the vendor fares
   * @param clock by which it is left alone
   */
  public Upstream(
      OkHttpClient client,
      UpstreamLimits limits,
      List<String> hidden,
      Judge judge,
      InstantSource clock) {
    this.client = client;
    this.limits = limits;
    this.judge = judge;
    this.bulkhead = new Semaphore(limits.concurrency(), true);
    this.turnstile = new Turnstile(limits.rate());
    this.breaker = new Breaker(limits.circuit(), clock);
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

  /** How the vendor fares by the calls made so far. */
  public ProviderHealth health() {
    return breaker.health();
  }

  /** Makes a call with a small answer. */
  public Reply call(Request request, Deadline deadline) {
    return call(request, deadline, SMALL);
  }

  /**
   * @param cap how many bytes the answer may have, unpacked; a longer one counts as lost
   */
  public Reply call(Request request, Deadline deadline, long cap) {
    return guarded(Purpose.KEEP, held(request, deadline, cap, List.of()));
  }

  /** Makes a call that takes a number: not while the vendor is in trouble. */
  public Reply buy(Request request, Deadline deadline) {
    return buy(request, deadline, List.of());
  }

  /**
   * @param hidden what no reason may show beside what none of them may
   */
  Reply buy(Request request, Deadline deadline, List<String> hidden) {
    return guarded(Purpose.BUY, held(request, deadline, SMALL, hidden));
  }

  /**
   * Makes a call whatever became of others, and judges nobody by what becomes of it.
   *
   * @param hidden what no reason may show beside what none of them may
   */
  Reply insist(Request request, Deadline deadline, List<String> hidden) {
    var exchange = held(request, deadline, SMALL, hidden);
    return inTurn(exchange, () -> send(exchange));
  }

  private static Exchange<Reply> held(
      Request request, Deadline deadline, long cap, List<String> hidden) {
    return new Exchange<>(
        request,
        deadline,
        response -> read(response, cap),
        reply -> reply,
        Optional::of,
        new Redaction(hidden));
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
    return guarded(
        Purpose.KEEP,
        new Exchange<>(
            request,
            deadline,
            response ->
                response.code() == 200
                    ? new Streamed.Whole<>(
                        reader.read(new CappedStream(response.body().byteStream(), cap)))
                    : new Streamed.Other<>(read(response, SMALL)),
            Streamed.Other::new,
            Upstream::replyOf,
            new Redaction(List.of())));
  }

  private static Optional<Reply> replyOf(Streamed<?> streamed) {
    return switch (streamed) {
      case Streamed.Whole<?> whole -> Optional.empty();
      case Streamed.Other<?> other -> Optional.of(other.reply());
    };
  }

  private interface Reading<T> {
    T of(Response response) throws IOException;
  }

  /**
   * One call with what is to be made of its answer.
   *
   * @param failed makes the result of a call that got none
   * @param reply what to judge the vendor by; none when all went well
   * @param hidden what no reason of this one may show
   */
  private record Exchange<T>(
      Request request,
      Deadline deadline,
      Reading<T> reading,
      Function<Reply, T> failed,
      Function<T, Optional<Reply>> reply,
      Redaction hidden) {
    T notSent(String reason, Optional<Duration> retryAfter) {
      return failed.apply(new Reply.NotSent(reason, retryAfter));
    }
  }

  private <T> T guarded(Purpose purpose, Exchange<T> exchange) {
    var kept = breaker.keeps(purpose);
    return kept.isPresent()
        ? exchange.notSent(kept.get().detail(), Optional.of(kept.get().retryAfter()))
        : inTurn(exchange, () -> watched(purpose, exchange));
  }

  private <T> T inTurn(Exchange<T> exchange, Supplier<T> call) {
    try {
      long patience = patience(exchange.deadline());
      var wait = turnstile.take(System.nanoTime(), patience);
      if (wait.isEmpty()) {
        var retryAfter = Duration.ofNanos(turnstile.delay(System.nanoTime()));
        return exchange.notSent("called as often as it may be", Optional.of(retryAfter));
      }
      TimeUnit.NANOSECONDS.sleep(wait.getAsLong());
      if (!bulkhead.tryAcquire(patience(exchange.deadline()), TimeUnit.NANOSECONDS)) {
        return exchange.notSent("too many calls to this vendor are under way", Optional.empty());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return exchange.notSent("interrupted", Optional.empty());
    }
    try {
      return exchange.deadline().hasPassed()
          ? exchange.notSent("no time left", Optional.empty())
          : call.get();
    } finally {
      bulkhead.release();
    }
  }

  private long patience(Deadline deadline) {
    return Math.min(limits.patience().toNanos(), deadline.remaining().toNanos());
  }

  private <T> T watched(Purpose purpose, Exchange<T> exchange) {
    return switch (breaker.enter(purpose)) {
      case Breaker.Kept kept -> exchange.notSent(kept.detail(), Optional.of(kept.retryAfter()));
      case Breaker.Pass pass -> {
        Sign sign = new Sign.Nothing();
        try {
          boolean fair = isFair(exchange.deadline().remaining());
          var result = send(exchange);
          var reply = exchange.reply().apply(result);
          sign = reply.map(r -> sign(exchange.request(), r, fair)).orElseGet(Sign.Fine::new);
          yield result;
        } finally {
          breaker.leave(pass, sign);
        }
      }
    };
  }

  private boolean isFair(Duration time) {
    return time.compareTo(FAIR) >= 0 || time.multipliedBy(2).compareTo(limits.deadline()) >= 0;
  }

  /** Of a vendor that had hardly any time to answer, its silence says nothing. */
  private Sign sign(Request request, Reply reply, boolean fair) {
    return switch (reply) {
      case Reply.Answered answered -> judge.of(request, answered);
      case Reply.NotSent notSent -> failed(notSent.reason(), fair);
      case Reply.Lost lost -> failed(lost.reason(), fair);
    };
  }

  private static Sign failed(String reason, boolean fair) {
    return fair && !Thread.currentThread().isInterrupted()
        ? Sign.failed(reason)
        : new Sign.Nothing();
  }

  /** The text without anything that must not be seen. */
  public String redact(String text) {
    return redaction.apply(text);
  }

  private <T> T send(Exchange<T> exchange) {
    var call = client.newCall(exchange.request());
    var departure = new Departure();
    call.addEventListener(departure);
    call.timeout().timeout(exchange.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
    try (var response = call.execute()) {
      return exchange.reading().of(response);
    } catch (IOException e) {
      var said = redaction.apply(e.getClass().getSimpleName() + ": " + e.getMessage());
      var reason = exchange.hidden().apply(said);
      return exchange
          .failed()
          .apply(departure.began() ? new Reply.Lost(reason) : new Reply.NotSent(reason));
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
