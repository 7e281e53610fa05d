package dev.codeport.application.verification;

import dev.codeport.application.worker.Worker;
import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends what is over, and what a process left that died while a sender was asked: a code of ours may
 * have gone out then, so it is taken to be sent; of a sender's own code we know no name, so it can
 * only be sent anew.
 */
public final class SettleVerifications implements Worker {
  private static final int BATCH = 500;

  /** Longer than all senders together may take. */
  private static final Duration ASKING = Duration.ofSeconds(60);

  private final VerificationParts parts;

  public SettleVerifications(VerificationParts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "settle-verifications";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(5);
  }

  @Override
  public int runOnce(Instant now) {
    int settled = 0;
    for (var each : parts.verifications().unsettled(now.minus(ASKING), now, BATCH)) {
      var change = VerificationChange.of(settled(each, now), now).build();
      if (parts.verifications().commit(change) instanceof VerificationCommit.Committed) {
        settled++;
      }
    }
    return settled;
  }

  private Verification settled(Verification open, Instant now) {
    return switch (open) {
      case Verification.Started started ->
          started.terms().isOver(now)
              ? started.fail(Verification.Reason.EXPIRED, now)
              : settled(started, now);
      case Verification.Sent sent -> sent.fail(Verification.Reason.EXPIRED, now);
      case Verification.Verified verified -> throw new IllegalStateException("it has ended");
      case Verification.Failed failed -> throw new IllegalStateException("it has ended");
    };
  }

  private Verification settled(Verification.Started started, Instant now) {
    var last =
        parts.verifications().dispatches(started.account(), started.id()).stream()
            .reduce((a, b) -> b);
    return last.filter(d -> d.code() == CodeOwner.US && d.state().mayHaveGone()).isPresent()
        ? started.sent(Carried.ofUs())
        : started.fail(Verification.Reason.NOT_SENT, now);
  }
}
