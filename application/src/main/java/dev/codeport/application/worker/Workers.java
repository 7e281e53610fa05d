package dev.codeport.application.worker;

import dev.codeport.application.observe.Observer;
import java.time.InstantSource;
import java.util.List;

/** Runs the workers, each on a thread of its own. */
public interface Workers extends AutoCloseable {
  List<Worker> all();

  /** How each of them fares, in the same order. */
  List<WorkerState> states();

  /** Starts them; once. */
  void start();

  /**
   * Runs each of them, in turn and again, until none has anything to do now. For tests and demos.
   */
  void runDue();

  /** Stops them; what has begun is finished. */
  @Override
  void close();

  static Workers of(List<Worker> workers, InstantSource clock, Observer observer) {
    return new WorkerThreads(workers, clock, observer);
  }
}
