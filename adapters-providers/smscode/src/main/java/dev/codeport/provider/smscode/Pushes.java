package dev.codeport.provider.smscode;

import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.provider.kit.PushGuard;

/**
 * Reads {@code {"event":"order.otp_received","timestamp":"…","data":{"id":7,…}}}. Its signature is
 * not looked at: a push makes us ask, and what is believed is the answer.
 */
final class Pushes {
  private final Vendor vendor;
  private final PushGuard guard;

  Pushes(Vendor vendor, PushGuard guard) {
    this.vendor = vendor;
    this.guard = guard;
  }

  PushResult read(Push push) {
    if (!guard.admits(push)) {
      return new PushResult.Forbidden();
    }
    return Hearing.event(push.body())
        .flatMap(event -> Fields.id(event.path("data"), "id"))
        .<PushResult>map(id -> new PushResult.News(vendor.lease(id)))
        .orElseGet(() -> new PushResult.Garbage("no order in it"));
  }
}
