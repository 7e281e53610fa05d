package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.storage.Storage;
import java.time.InstantSource;
import java.util.List;

/**
 * Recognises repetitions of a request that places no orders, such as a cancel: its key is claimed
 * before it is done, and freed again when nothing came of it. (Whatever places orders claims its
 * key by itself.)
 */
public interface ClaimRequest {
  /**
   * @param about the orders that the request is about; perhaps none
   */
  Result claimRequest(AccountId account, Repeatable request, List<OrderId> about);

  /** The request was refused and may be made anew under the same key. */
  void freeRequest(AccountId account, Claim claim);

  static ClaimRequest over(Storage storage, InstantSource clock) {
    return new ClaimRequestService(storage, clock);
  }

  sealed interface Result {}

  /** Never seen before: do it. */
  record Taken(Claim claim) implements Result {}

  /** It was made before, with the same meaning; what it is about tells how far it came. */
  record Repeated(Claim claim) implements Result {}

  /** The key stands for a request that meant something else. */
  record Reused() implements Result {}
}
