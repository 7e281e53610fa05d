package dev.codeport.application.order;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/** Waits for one more SMS on a number that had one; free of charge. */
public interface RequestAnotherCode {
  Result requestAnotherCode(AccountId account, OrderId id);

  static RequestAnotherCode over(OrderParts parts) {
    return new RequestAnotherCodeService(parts);
  }

  sealed interface Result {}

  record Requested(ShownOrder order) implements Result {}

  record NotFound() implements Result {}

  /**
   * @param availableAt when it will be allowed, if time alone changes it
   */
  record NotAllowed(String reason, Optional<Instant> availableAt) implements Result {}

  record ProviderRefused(String reason) implements Result {}
}
