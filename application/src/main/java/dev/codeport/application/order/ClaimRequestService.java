package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;
import java.util.List;

final class ClaimRequestService implements ClaimRequest {
  private final Storage storage;
  private final InstantSource clock;

  ClaimRequestService(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  @Override
  public Result claimRequest(AccountId account, Repeatable request, List<OrderId> about) {
    var claim = new Claim(request.key(), request.fingerprint(), about, clock.instant());
    return switch (storage.commit(Change.of(account).claim(claim).build())) {
      case CommitResult.Committed committed -> new Taken(claim);
      case CommitResult.KeyTaken taken ->
          taken.claim().fingerprint().equals(request.fingerprint())
              ? new Repeated(taken.claim())
              : new Reused();
      case CommitResult.Stale stale -> claimRequest(account, request, about);
      case CommitResult.TooPoor poor -> throw new IllegalStateException("a claim takes nothing");
    };
  }

  @Override
  public void freeRequest(AccountId account, Claim claim) {
    storage.commit(Change.of(account).release(claim).build());
  }
}
