package dev.codeport.application.live;

import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.ForwardingStorage;
import dev.codeport.domain.storage.Storage;

/** A storage that rings the doorbell after every commit that brought events. */
public final class RingingStorage extends ForwardingStorage {
  private final Doorbell doorbell;

  public RingingStorage(Storage behind, Doorbell doorbell) {
    super(behind);
    this.doorbell = doorbell;
  }

  @Override
  public CommitResult commit(Change change) {
    var result = super.commit(change);
    if (result instanceof CommitResult.Committed && !change.events().isEmpty()) {
      doorbell.ring(change.account());
    }
    return result;
  }
}
