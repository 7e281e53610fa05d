package dev.codeport.application.vendor;

import dev.codeport.application.observe.Observer;
import dev.codeport.application.verification.Senders;
import dev.codeport.application.worker.Worker;
import dev.codeport.domain.id.SenderId;
import java.time.Duration;
import java.time.Instant;

/** Notices when a sender of codes gets into trouble or out of it. Asks nobody. */
public final class WatchSenders implements Worker {
  private final Senders senders;
  private final Changes<SenderId> changes;

  public WatchSenders(Senders senders, Observer observer) {
    this.senders = senders;
    this.changes = new Changes<>("sender", observer::senderFares);
  }

  @Override
  public String name() {
    return "watch-senders";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int runOnce(Instant now) {
    return (int)
        senders.all().stream()
            .filter(sender -> changes.isOne(sender.profile().id(), sender.health()))
            .count();
  }
}
