package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.worker.ReadWork;
import dev.codeport.application.worker.WorkerState;
import dev.codeport.domain.storage.Queues;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs by itself on this node, and what waits on all of them. */
final class WorkEndpoint {
  private final ReadWork work;

  WorkEndpoint(ReadWork work) {
    this.work = work;
  }

  Reply get(Request request) {
    request.query().only(Set.of());
    return Reply.json(
        200,
        new WorkView(
            work.workerStates().stream().map(WorkerView::of).toList(),
            work.queues().stream().map(QueueView::of).toList()));
  }

  record WorkView(List<WorkerView> workers, List<QueueView> queues) {}

  /**
   * @param next absent while it runs, before its first run, and on a node whose workers are off
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkerView(
      String name,
      long pauseMs,
      long runs,
      long failures,
      @Nullable String runningSince,
      @Nullable RunView last,
      @Nullable RunView lastFailed,
      @Nullable String next) {
    static WorkerView of(WorkerState state) {
      return new WorkerView(
          state.name(),
          state.pause().toMillis(),
          state.runs(),
          state.failures(),
          Shown.time(state.runningSince()),
          state.last().map(RunView::of).orElse(null),
          state.lastFailed().map(RunView::of).orElse(null),
          Shown.time(state.next()));
    }
  }

  /**
   * @param fault of what kind that was which ended it; absent where nothing went wrong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RunView(String at, long tookMs, int done, @Nullable String fault) {
    static RunView of(WorkerState.Run run) {
      return new RunView(
          Shown.time(run.at()), run.took().toMillis(), run.done(), run.fault().orElse(null));
    }
  }

  /**
   * @param since absent where nothing waits
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QueueView(String name, long waiting, @Nullable String since) {
    static QueueView of(Queues.Waiting waiting) {
      return new QueueView(
          waiting.queue().name().toLowerCase(Locale.ROOT),
          waiting.depth(),
          Shown.time(waiting.since()));
    }
  }
}
