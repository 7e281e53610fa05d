package dev.codeport.domain.event;

import dev.codeport.domain.id.AccountId;
import java.util.function.Consumer;

/**
 * Tells whoever waits, on every node, that an account has new events. It carries no news itself:
 * who hears it reads the {@link Outbox}. A ring may be lost, doubled or come late; that costs time
 * and nothing else, because who waits also looks by itself now and then.
 */
public interface Doorbell {
  /** To be called after the commit. Never throws, never waits for the network or a listener. */
  void ring(AccountId account);

  /**
   * Calls {@code bell} for every ring on any node from now on, this one included. It is called on a
   * thread of the doorbell's own and must not block; what it throws harms nobody else.
   */
  Listening listen(Consumer<AccountId> bell);

  /** Ends the listening; more than once does nothing. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
