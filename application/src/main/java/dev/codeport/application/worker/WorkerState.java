package dev.codeport.application.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one worker of this node fares.
 *
 * @param pause how long it waits after a run
 * @param runs how many ended since the node began, failed ones included
 * @param failures how many of them failed
 * @param runningSince when the run began that is going on
 * @param last the newest that ended
 * @param lastFailed the newest that failed
 * @param next when it runs again; none while it runs, before its first run, and where nothing but a
 *     call to {@link Workers#runDue} drives it
 */
public record WorkerState(
    String name,
    Duration pause,
    long runs,
    long failures,
    Optional<Instant> runningSince,
    Optional<Run> last,
    Optional<Run> lastFailed,
    Optional<Instant> next) {

  static WorkerState of(Worker worker) {
    return new WorkerState(
        worker.name(),
        worker.pause(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  WorkerState begun(Instant at) {
    return new WorkerState(
        name, pause, runs, failures, Optional.of(at), last, lastFailed, Optional.empty());
  }

  WorkerState ended(Run run, Optional<Instant> again) {
    var failed = run.fault().isPresent();
    return new WorkerState(
        name,
        pause,
        runs + 1,
        failures + (failed ? 1 : 0),
        Optional.empty(),
        Optional.of(run),
        failed ? Optional.of(run) : lastFailed,
        again);
  }

  /**
   * @param at when it began
   * @param done how much it did
   * @param fault of what kind that was which ended it; its words, which may hold secrets, are in
   *     the log only
   */
  public record Run(Instant at, Duration took, int done, Optional<String> fault) {
    static Run done(Instant at, Duration took, int done) {
      return new Run(at, took, done, Optional.empty());
    }

    static Run failed(Instant at, Duration took, Throwable thrown) {
      var kind = new StringBuilder(thrown.getClass().getSimpleName());
      for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
        kind.append(" < ").append(cause.getClass().getSimpleName());
      }
      return new Run(at, took, 0, Optional.of(kind.toString()));
    }
  }
}
