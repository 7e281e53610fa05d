package dev.codeport.redis;

import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.memory.MemoryRateLimiter;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * How many takes a second, and how long each waits: in memory, in Redis, and the bare script
 * through the same client as the floor. To be run by hand; arguments: seconds for each figure
 * (default 3), rounds (default 3).
 */
public final class LimiterLoad {
  private static final Limit WIDE = Limit.of(1_000_000).per(Duration.ofMinutes(1));
  private static final int KEYS = 10_000;
  private static final int SAMPLES = 1 << 20;
  private static final int[] THREADS = {1, 8, 32};

  private final PrintStream out;
  private final Duration each;
  private final int rounds;

  private record Figure(double perSecond, double p50, double p99) {}

  private LimiterLoad(PrintStream out, Duration each, int rounds) {
    this.out = out;
    this.each = each;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    new LimiterLoad(System.out, Duration.ofSeconds(seconds), rounds).run();
  }

  private void run() throws Exception {
    try (var server = Server.start();
        var redis = Shared.open(server.url(), "load", Duration.ofSeconds(5));
        var client = RedisClient.create(server.url())) {
      var memory = new MemoryRateLimiter(InstantSource.system());
      var local = new MemoryRateLimiter(InstantSource.system());
      var takers = new LinkedHashMap<String, IntConsumer>();
      takers.put("memory", taker(memory));
      takers.put("redis", taker(new RedisRateLimiter(redis, local, 50)));
      takers.put("bare EVALSHA", bare(client.connect().async()));
      takers.values().forEach(taker -> measure(32, taker, Duration.ofSeconds(5)));
      out.println("| threads | what | takes/s, median (range) | p50 µs | p99 µs | of the floor |");
      out.println("|---|---|---|---|---|---|");
      for (var threads : THREADS) {
        report(threads, takers);
      }
    }
  }

  private void report(int threads, Map<String, IntConsumer> takers) {
    var figures = new LinkedHashMap<String, List<Figure>>();
    for (int round = 0; round < rounds; round++) {
      takers.forEach(
          (name, taker) ->
              figures
                  .computeIfAbsent(name, first -> new ArrayList<>())
                  .add(measure(threads, taker, each)));
    }
    var floor = median(figures.getOrDefault("bare EVALSHA", List.of()));
    figures.forEach((name, all) -> out.println(line(threads, name, all, floor)));
  }

  private static String line(int threads, String name, List<Figure> all, Figure floor) {
    var median = median(all);
    var speeds = all.stream().mapToDouble(Figure::perSecond).summaryStatistics();
    return String.format(
        Locale.ROOT,
        "| %d | %s | %,.0f (%,.0f-%,.0f) | %.1f | %.1f | %.2f |",
        threads,
        name,
        median.perSecond,
        speeds.getMin(),
        speeds.getMax(),
        median.p50,
        median.p99,
        median.perSecond / floor.perSecond);
  }

  private static Figure median(List<Figure> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort((one, other) -> Double.compare(one.perSecond, other.perSecond));
    return sorted.get(sorted.size() / 2);
  }

  private static Figure measure(int threads, IntConsumer taker, Duration time) {
    var until = System.nanoTime() + time.toNanos();
    var running = new ArrayList<Future<long[]>>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        var first = i * 7919;
        running.add(pool.submit(() -> times(first, taker, until)));
      }
    }
    var all = running.stream().flatMapToLong(each -> Arrays.stream(each.resultNow())).toArray();
    var calls = Arrays.stream(all).filter(each -> each < 0).map(each -> -each).sum();
    var sorted = Arrays.stream(all).filter(each -> each >= 0).sorted().toArray();
    return new Figure(
        calls / (time.toNanos() / 1e9),
        sorted[sorted.length / 2] / 1e3,
        sorted[(int) (sorted.length * 0.99)] / 1e3);
  }

  /** How long each call took, at most so many of them; and, negated, how many there were. */
  private static long[] times(int first, IntConsumer taker, long until) {
    var times = new long[SAMPLES];
    var calls = 0;
    var begun = System.nanoTime();
    while (begun - until < 0) {
      taker.accept((first + calls) % KEYS);
      var now = System.nanoTime();
      times[calls % (SAMPLES - 1)] = now - begun;
      calls++;
      begun = now;
    }
    var kept = Math.min(calls, SAMPLES - 1);
    times[kept] = -calls;
    return Arrays.copyOf(times, kept + 1);
  }

  private static IntConsumer taker(RateLimiter limiter) {
    var keys = new LimitKey[KEYS];
    Arrays.setAll(keys, i -> LimitKey.of("load", "subject-" + i));
    return i -> {
      var unused = limiter.take(WIDE, keys[i]);
    };
  }

  private static IntConsumer bare(RedisAsyncCommands<String, String> commands)
      throws IOException, InterruptedException, ExecutionException {
    String digest;
    try (InputStream file = Script.class.getResourceAsStream("gcra.lua")) {
      digest =
          commands
              .scriptLoad(new String(file.readAllBytes(), StandardCharsets.UTF_8))
              .toCompletableFuture()
              .get();
    }
    return i -> {
      var unused =
          commands
              .<List<Object>>evalsha(
                  digest,
                  ScriptOutputType.MULTI,
                  new String[] {"bare:limit:4:load:subject-" + i},
                  "0",
                  "60",
                  "1000000",
                  "1")
              .toCompletableFuture()
              .join();
    };
  }
}
