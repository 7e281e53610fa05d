package dev.codeport.application.worker;

import dev.codeport.domain.storage.Queues;
import java.time.InstantSource;
import java.util.List;

/** What runs by itself, and what waits for it. */
public interface ReadWork {
  /** The workers of this node. */
  List<WorkerState> workerStates();

  /** What waits now, on all nodes, counted one by one. */
  List<Queues.Waiting> queues();

  static ReadWork over(Workers workers, Queues queues, InstantSource clock) {
    return new ReadWork() {
      @Override
      public List<WorkerState> workerStates() {
        return workers.states();
      }

      @Override
      public List<Queues.Waiting> queues() {
        return queues.waiting(clock.instant());
      }
    };
  }
}
