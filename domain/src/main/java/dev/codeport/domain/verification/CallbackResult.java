package dev.codeport.domain.verification;

import java.util.List;

/** What a callback turned out to be. */
public sealed interface CallbackResult {
  /**
   * @param receipts none when it is genuine and about something else
   */
  record Genuine(List<Receipt> receipts) implements CallbackResult {
    public Genuine {
      receipts = List.copyOf(receipts);
    }
  }

  /** Its signature is missing or wrong. */
  record Forged() implements CallbackResult {}

  /** Its signature is right, and it cannot be understood. */
  record Unreadable(String detail) implements CallbackResult {}

  /** This sender never calls. */
  record NotOurs() implements CallbackResult {}
}
