package dev.codeport.application.live;

import dev.codeport.domain.id.AccountId;

/** Says when it is worth reading an account's events again. */
public interface AwaitEvents {
  /**
   * Calls {@code wake} whenever the account may have new events, committed on whichever node, from
   * now on until the waiting is closed: within milliseconds by the doorbell, and within a second or
   * so should its ring get lost. Begin to wait first, read then, and nothing is missed.
   *
   * @param wake called on a thread of the service's own, perhaps for nothing, perhaps twice at
   *     once; must not block and must not throw
   */
  Waiting awaitEvents(AccountId account, Runnable wake);

  /** Ends the waiting; more than once does nothing. */
  interface Waiting extends AutoCloseable {
    @Override
    void close();
  }
}
