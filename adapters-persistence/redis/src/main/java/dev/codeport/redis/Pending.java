package dev.codeport.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An answer that may come. */
final class Pending<T> {
  private record Asked<T>(Redis redis, Lane lane, String key, CompletableFuture<T> answer) {}

  private static final String LATE = "no answer in time";

  private final @Nullable Asked<T> asked;
  private final long begun = System.nanoTime();

  Pending(Redis redis, Lane lane, String key, CompletableFuture<T> answer) {
    this.asked = new Asked<>(redis, lane, key, answer);
  }

  private Pending() {
    this.asked = null;
  }

  /** Nobody was asked. */
  static <T> Pending<T> none() {
    return new Pending<>();
  }

  /**
   * The answer, or nothing.
   *
   * @param patience counted from when it was asked
   */
  Optional<T> await(Duration patience) {
    if (asked == null) {
      return Optional.empty();
    }
    try {
      var left = patience.toNanos() - (System.nanoTime() - begun);
      var answer = asked.answer.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
      asked.lane.answered();
      return Optional.ofNullable(answer);
    } catch (TimeoutException e) {
      asked.answer.cancel(false);
      asked.lane.late(asked.key, LATE);
    } catch (ExecutionException | CancellationException e) {
      failed(asked, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /**
   * Goes on without the answer; only whether one came in time is noticed.
   *
   * @return whether somebody was asked
   */
  boolean forget(Duration patience) {
    if (asked == null) {
      return false;
    }
    var unused =
        asked
            .answer
            .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((answer, fault) -> settle(asked, fault));
    return !asked.answer.isCompletedExceptionally();
  }

  private static void settle(Asked<?> asked, @Nullable Throwable fault) {
    if (fault == null) {
      asked.lane.answered();
    } else if (fault instanceof TimeoutException) {
      asked.lane.late(asked.key, LATE);
    } else {
      failed(asked, fault);
    }
  }

  private static void failed(Asked<?> asked, Throwable fault) {
    var cause = unwrapped(fault);
    if (cause instanceof RedisCommandExecutionException refusal) {
      asked.lane.answered();
      asked.redis.complain("Redis refuses: " + refusal.getMessage());
    } else {
      asked.lane.late(asked.key, reason(cause));
    }
  }

  /** What the innermost cause says. */
  static String reason(Throwable fault) {
    var cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static Throwable unwrapped(Throwable fault) {
    var wrapped = fault instanceof ExecutionException || fault instanceof CompletionException;
    return wrapped && fault.getCause() != null ? unwrapped(fault.getCause()) : fault;
  }
}
