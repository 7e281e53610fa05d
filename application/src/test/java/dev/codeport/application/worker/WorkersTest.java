package dev.codeport.application.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.application.observe.Observer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Of every worker it is known how it fares. */
class WorkersTest {
  private static final Instant NOW = Instant.parse("2031-01-02T12:00:00Z");
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Semaphore ran = new Semaphore(0);

  private record Chore(IntSupplier work) implements Worker {
    @Override
    public String name() {
      return "chore";
    }

    @Override
    public Duration pause() {
      return PAUSE;
    }

    @Override
    public int runOnce(Instant now) {
      return work.getAsInt();
    }
  }

  @Test
  void one_that_never_ran_says_so() {
    var state = state(workers(() -> 0));

    assertEquals("chore", state.name());
    assertEquals(PAUSE, state.pause());
    assertEquals(0, state.runs());
    assertEquals(Optional.empty(), state.last());
    assertEquals(Optional.empty(), state.next());
  }

  @Test
  void one_that_is_driven_by_hand_has_run_and_will_not_by_itself() {
    var left = new AtomicReference<>(3);
    var workers = workers(() -> left.getAndSet(0));

    workers.runDue();

    var state = state(workers);
    assertEquals(2, state.runs());
    assertEquals(Optional.of(0), state.last().map(WorkerState.Run::done));
    assertEquals(Optional.empty(), state.next());
    assertEquals(Optional.empty(), state.runningSince());
  }

  @Test
  void one_that_is_running_says_since_when() {
    var seen = new ArrayList<Optional<Instant>>();
    var itself = new ArrayList<Workers>();
    itself.add(
        workers(
            () -> {
              seen.add(state(itself.getFirst()).runningSince());
              return 0;
            }));

    itself.getFirst().runDue();

    assertEquals(List.of(Optional.of(NOW)), seen);
  }

  @Test
  void one_that_runs_by_itself_says_when_it_will_again() throws InterruptedException {
    var workers = workers(() -> 7);

    runOnceByItself(workers);

    var state = state(workers);
    assertEquals(Optional.of(7), state.last().map(WorkerState.Run::done));
    assertEquals(Optional.of(NOW), state.last().map(WorkerState.Run::at));
    assertEquals(Optional.of(NOW.plus(PAUSE)), state.next());
    assertEquals(Optional.empty(), state.lastFailed());
  }

  @Test
  void of_a_fault_its_kind_is_told_and_never_its_words() throws InterruptedException {
    var fault = new IllegalStateException("key cp_secret", new IOException("of cp_secret"));
    var workers = workers(() -> fail(fault));

    runOnceByItself(workers);

    var state = state(workers);
    assertEquals(
        Optional.of("IllegalStateException < IOException"),
        state.last().flatMap(WorkerState.Run::fault));
    assertEquals(state.last(), state.lastFailed());
    assertEquals(1, state.failures());
    assertEquals(Optional.of(NOW.plusSeconds(1)), state.next());
  }

  @Test
  void a_fault_stays_known_after_it_is_over() {
    var runs = new AtomicReference<>(0);
    var workers =
        workers(
            () -> runs.updateAndGet(n -> n + 1) == 1 ? fail(new IllegalStateException("once")) : 0);

    assertThrows(IllegalStateException.class, workers::runDue);
    workers.runDue();

    var state = state(workers);
    assertEquals(2, state.runs());
    assertEquals(1, state.failures());
    assertEquals(Optional.empty(), state.last().flatMap(WorkerState.Run::fault));
    assertEquals(
        Optional.of("IllegalStateException"), state.lastFailed().flatMap(WorkerState.Run::fault));
  }

  private static int fail(RuntimeException fault) {
    throw fault;
  }

  private static WorkerState state(Workers workers) {
    return workers.states().getFirst();
  }

  private void runOnceByItself(Workers workers) throws InterruptedException {
    workers.start();
    assertTrue(ran.tryAcquire(30, TimeUnit.SECONDS));
    workers.close();
  }

  private Workers workers(IntSupplier work) {
    var noticed =
        new Chore(
            () -> {
              ran.release();
              return work.getAsInt();
            });
    return Workers.of(List.of(noticed), InstantSource.fixed(NOW), Observer.NONE);
  }
}
