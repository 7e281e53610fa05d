package dev.codeport.application.worker;

import dev.codeport.application.observe.Observer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

final class WorkerThreads implements Workers {
  private static final Logger LOG = System.getLogger(WorkerThreads.class.getName());
  private static final int ROUNDS = 1_000;
  private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

  private final List<Worker> workers;
  private final InstantSource clock;
  private final Observer observer;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Worker, WorkerState> states = new ConcurrentHashMap<>();

  WorkerThreads(List<Worker> workers, InstantSource clock, Observer observer) {
    this.workers = List.copyOf(workers);
    this.clock = clock;
    this.observer = observer;
  }

  @Override
  public List<Worker> all() {
    return workers;
  }

  @Override
  public List<WorkerState> states() {
    return workers.stream()
        .map(worker -> states.getOrDefault(worker, WorkerState.of(worker)))
        .toList();
  }

  @Override
  public synchronized void start() {
    if (!threads.isEmpty()) {
      throw new IllegalStateException("the workers run already");
    }
    workers.forEach(
        worker -> threads.add(Thread.ofVirtual().name(worker.name()).start(() -> run(worker))));
  }

  @Override
  public void runDue() {
    var done = new AtomicInteger();
    for (int i = 0; i < ROUNDS; i++) {
      done.set(0);
      workers.forEach(worker -> done.addAndGet(runNow(worker, false).done()));
      workers.forEach(Worker::settle);
      if (done.get() == 0) {
        return;
      }
    }
    throw new IllegalStateException("the workers never come to an end");
  }

  @Override
  public void close() {
    stop.countDown();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    workers.forEach(Worker::stop);
  }

  private void run(Worker worker) {
    var pause = Duration.ZERO;
    while (!stopped(pause)) {
      pause = runOnce(worker);
    }
  }

  private Duration runOnce(Worker worker) {
    try {
      var run = runNow(worker, true);
      observer.workerRan(worker.name(), run.done(), run.took());
      return worker.pause();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "worker " + worker.name() + " failed", e);
      observer.workerFailed(worker.name(), e);
      return AFTER_FAULT;
    }
  }

  /**
   * Runs it, and notes how that went.
   *
   * @param again whether it will run again by itself
   */
  private WorkerState.Run runNow(Worker worker, boolean again) {
    var at = clock.instant();
    var began = System.nanoTime();
    note(worker, state -> state.begun(at));
    try {
      var run = WorkerState.Run.done(at, since(began), worker.runOnce(at));
      note(worker, state -> state.ended(run, next(again, worker.pause())));
      return run;
    } catch (RuntimeException e) {
      var run = WorkerState.Run.failed(at, since(began), e);
      note(worker, state -> state.ended(run, next(again, AFTER_FAULT)));
      throw e;
    }
  }

  private void note(Worker worker, UnaryOperator<WorkerState> what) {
    states.compute(
        worker, (key, state) -> what.apply(state == null ? WorkerState.of(worker) : state));
  }

  private Optional<Instant> next(boolean again, Duration pause) {
    return again ? Optional.of(clock.instant().plus(pause)) : Optional.empty();
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private boolean stopped(Duration pause) {
    try {
      return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
