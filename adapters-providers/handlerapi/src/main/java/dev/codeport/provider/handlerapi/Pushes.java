package dev.codeport.provider.handlerapi;

import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.provider.kit.PushGuard;
import dev.codeport.provider.kit.Reply;
import java.util.Optional;

/** Reads {@code {"activationId":123456,"service":"go","text":"…","code":"12345",…}}. */
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
    var heard = Hearing.hear(new Reply.Answered(200, push.body(), Optional.empty()));
    return heard instanceof Said.Document document
        ? Fields.id(document.json(), "activationId", "id")
            .<PushResult>map(id -> new PushResult.News(vendor.lease(id)))
            .orElseGet(() -> new PushResult.Garbage("no activationId in it"))
        : new PushResult.Garbage(heard.toString());
  }
}
