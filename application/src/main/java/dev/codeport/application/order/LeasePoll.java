package dev.codeport.application.order;

import dev.codeport.domain.order.Order;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a vendor how one order's lease stands. */
final class LeasePoll {
  private final OrderParts parts;

  LeasePoll(OrderParts parts) {
    this.parts = parts;
  }

  /** Empty when the vendor could not be asked. */
  Optional<LeaseNews> news(Order order) {
    var ref = order.leased().orElseThrow().ref();
    return parts
        .pool()
        .find(ref.provider())
        .flatMap(
            provider ->
                switch (provider.poll(List.of(ref))) {
                  case Answer.Given<Map<LeaseRef, LeaseNews>> given ->
                      Optional.ofNullable(given.value().get(ref));
                  case Answer.Missing<Map<LeaseRef, LeaseNews>> missing -> Optional.empty();
                });
  }
}
