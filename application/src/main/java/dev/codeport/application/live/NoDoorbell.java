package dev.codeport.application.live;

import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.id.AccountId;
import java.util.function.Consumer;

/** Never rings: who waits hears of news when it looks by itself, every second. */
public final class NoDoorbell implements Doorbell {
  @Override
  public void ring(AccountId account) {}

  @Override
  public Listening listen(Consumer<AccountId> bell) {
    return () -> {};
  }
}
