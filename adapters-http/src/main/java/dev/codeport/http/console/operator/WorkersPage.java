package dev.codeport.http.console.operator;

import dev.codeport.application.worker.WorkerState;
import dev.codeport.domain.storage.Queues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the template {@code workers} shows. */
public record WorkersPage(List<WorkerState> workers, List<Queues.Waiting> queues) {
  /** In which of its conditions a worker is: its text has the key {@code worker-is.<condition>}. */
  public static String condition(WorkerState worker) {
    return worker.runningSince().isPresent()
        ? "running"
        : worker.last().map(run -> run.fault().isPresent() ? "failed" : "well").orElse("new");
  }

  /** How that is painted. */
  public static String tone(WorkerState worker) {
    return switch (condition(worker)) {
      case "running" -> "live";
      case "failed" -> "bad";
      case "well" -> "good";
      default -> "";
    };
  }

  public static String word(Queues.Queue queue) {
    return queue.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long the one waits that has waited longest; none where all wait for a later time. */
  public static Optional<Duration> age(Queues.Waiting waiting, Instant now) {
    return waiting.since().map(since -> Duration.between(since, now)).filter(a -> !a.isNegative());
  }
}
