package dev.codeport.domain.verification;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What we asked of one sender for one verification; committed before the sender is asked.
 *
 * @param ordinal 1 for the verification's first
 * @param round 1 for the first time a code was wanted, one more with each resend; the senders asked
 *     one after the other for one round share its number
 * @param code whose code went out
 * @param reference our unique name for it
 * @param handle the sender's name for it, once known
 * @param detail what the sender said, without secrets, at most 200 characters
 * @param receipt the newest that came
 */
public record Dispatch(
    VerificationId verification,
    int ordinal,
    int round,
    SenderId sender,
    CodeOwner code,
    String reference,
    Instant askedAt,
    State state,
    Optional<Handle> handle,
    Optional<Instant> answeredAt,
    String detail,
    Optional<Receipt> receipt) {
  private static final int LONGEST_DETAIL = 200;

  public enum State {
    /** Committed, about to be asked or being asked. */
    ASKING,
    ACCEPTED,
    REFUSED,
    /** Surely not sent. */
    UNAVAILABLE,
    /** The answer got lost. */
    UNKNOWN;

    /** Whether a message may be on its way. */
    public boolean mayHaveGone() {
      return this == ASKING || this == ACCEPTED || this == UNKNOWN;
    }
  }

  public static Dispatch asking(
      VerificationId verification, int ordinal, int round, Sender sender, Instant now) {
    return new Dispatch(
        verification,
        ordinal,
        round,
        sender.profile().id(),
        CodeOwner.of(sender),
        verification + "-" + ordinal,
        now,
        State.ASKING,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  public Dispatch answered(SendResult result, Instant now) {
    return switch (result) {
      case SendResult.Accepted accepted ->
          ended(State.ACCEPTED, Optional.of(accepted.handle()), "", now);
      case SendResult.Refused refused ->
          ended(State.REFUSED, handle, refused.reason() + ": " + refused.detail(), now);
      case SendResult.Unavailable away -> ended(State.UNAVAILABLE, handle, away.detail(), now);
      case SendResult.Unknown unknown -> ended(State.UNKNOWN, handle, unknown.detail(), now);
    };
  }

  private Dispatch ended(State to, Optional<Handle> its, String why, Instant now) {
    return new Dispatch(
        verification,
        ordinal,
        round,
        sender,
        code,
        reference,
        askedAt,
        to,
        its,
        Optional.of(now),
        why.length() > LONGEST_DETAIL ? why.substring(0, LONGEST_DETAIL) : why,
        receipt);
  }
}
