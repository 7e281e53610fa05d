package dev.codeport.application.verification;

import dev.codeport.domain.limit.Decision;
import dev.codeport.domain.limit.LimitKey;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.limit.SlidingWindow;

/** Grants everything: for where there is nobody to send. */
public final class NothingCounted implements SlidingWindow {
  @Override
  public Decision take(Quota quota, LimitKey key, String member) {
    return new Decision.Granted(0);
  }

  @Override
  public Decision peek(Quota quota, LimitKey key) {
    return new Decision.Granted(0);
  }

  @Override
  public void refund(LimitKey key, String member) {}
}
