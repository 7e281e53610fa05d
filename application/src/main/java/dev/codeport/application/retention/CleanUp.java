package dev.codeport.application.retention;

import dev.codeport.application.account.KeepSessions;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.storage.Retention;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** Lets go of what was kept long enough, in batches so small that nobody waits for them. */
public final class CleanUp implements Worker {
  private static final int BATCH = 500;

  /** What is left then is done in the next run. */
  private static final int MOST_BATCHES = 100;

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Much longer than anybody looks back: an outcome weighs next to nothing by then. */
  private static final Duration OUTCOMES = Duration.ofDays(7);

  private static final Duration SESSIONS = KeepSessions.Terms.LONGEST;

  private final Storage storage;
  private final RetentionTimes times;
  private final String node;

  public CleanUp(Storage storage, RetentionTimes times, String node) {
    this.storage = storage;
    this.times = times;
    this.node = node;
  }

  @Override
  public String name() {
    return "clean-up";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public int runOnce(Instant now) {
    if (!storage.turns().take(name(), node, now, now.plus(PAUSE))) {
      return 0;
    }
    Retention retention = storage.retention();
    var outcomes = now.minus(OUTCOMES);
    var contents = now.minus(times.contents());
    return batches(limit -> retention.eraseOrders(contents, limit))
        + batches(limit -> retention.eraseMessages(contents, limit))
        + batches(limit -> retention.forgetOutcomes(outcomes, limit))
        + batches(limit -> retention.forgetKeys(now.minus(times.keys()), limit))
        + batches(limit -> retention.forgetDeliveries(now.minus(times.deliveries()), limit))
        + batches(limit -> storage.sessions().forget(now.minus(SESSIONS), limit))
        + verifications(retention, now);
  }

  private int verifications(Retention retention, Instant now) {
    var phones = now.minus(times.verifications());
    var rows = now.minus(times.verificationRows());
    return batches(limit -> retention.eraseVerifications(phones, limit))
        + batches(limit -> retention.forgetTallies(phones, limit))
        + batches(limit -> retention.forgetVerifications(rows, limit))
        + batches(limit -> retention.forgetReceipts(rows, limit));
  }

  private static int batches(IntUnaryOperator work) {
    var all = 0;
    for (int i = 0; i < MOST_BATCHES; i++) {
      var done = work.applyAsInt(BATCH);
      all += done;
      if (done < BATCH) {
        break;
      }
    }
    return all;
  }
}
