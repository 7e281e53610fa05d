package dev.codeport.http.api.verification;

import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands: an end that time has brought shows before it is recorded.
 *
 * @param reason why it failed
 */
public record Standing(
    String state, Optional<Verification.Reason> reason, Optional<Instant> endedAt) {
  public static Standing of(Verification verification, Instant now) {
    return switch (verification) {
      case Verification.Verified verified ->
          new Standing("verified", Optional.empty(), Optional.of(verified.verifiedAt()));
      case Verification.Failed failed -> failed(failed.reason(), failed.failedAt());
      case Verification.Started started -> open(started, "started", now);
      case Verification.Sent sent -> open(sent, "sent", now);
    };
  }

  private static Standing open(Verification open, String state, Instant now) {
    return open.terms().isOver(now)
        ? failed(Verification.Reason.EXPIRED, open.terms().expiresAt())
        : new Standing(state, Optional.empty(), Optional.empty());
  }

  private static Standing failed(Verification.Reason reason, Instant at) {
    return new Standing("failed", Optional.of(reason), Optional.of(at));
  }

  public boolean isOpen() {
    return endedAt.isEmpty();
  }
}
