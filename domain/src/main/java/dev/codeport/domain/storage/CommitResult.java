package dev.codeport.domain.storage;

import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.wallet.Wallet;

/** What became of a change. In all cases but the first nothing of it took effect. */
public sealed interface CommitResult {
  /**
   * All of it is durable.
   *
   * @param wallet the account's wallet after it
   */
  record Committed(Wallet wallet) implements CommitResult {}

  /**
   * Somebody was faster: an order is not at the revision the change was decided on, a message is
   * already there, a lease belongs to another order, or money of an order was already held,
   * captured or released. Read and decide again.
   */
  record Stale() implements CommitResult {}

  /** The account has less than the change would take. */
  record TooPoor(Wallet wallet) implements CommitResult {}

  /** The key is taken, by this claim. */
  record KeyTaken(Claim claim) implements CommitResult {}
}
