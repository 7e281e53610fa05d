package dev.codeport.postgres;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.LeaseRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An attempt as a row. */
final class AttemptJson {
  private record Key(OrderId order, int ordinal) {}

  private AttemptJson() {}

  /** Each attempt in its last state. */
  static List<Attempt> newest(List<Attempt> attempts) {
    Map<Key, Attempt> newest = new LinkedHashMap<>();
    attempts.forEach(attempt -> newest.put(new Key(attempt.order(), attempt.ordinal()), attempt));
    return List.copyOf(newest.values());
  }

  static RowJson row(AccountId account, Attempt attempt) {
    var row =
        new RowJson()
            .put("order_id", attempt.order().value())
            .put("ordinal", attempt.ordinal())
            .put("account_id", account.value())
            .put("reference", attempt.reference())
            .put("provider", attempt.provider().value())
            .put("tier_id", attempt.tier().value())
            .put("cost", attempt.cost())
            .put("asked_at", attempt.askedAt())
            .put("state", attempt.state())
            .putText("lease_id", attempt.lease().map(LeaseRef::id))
            .putInstant("answered_at", attempt.answeredAt())
            .put("detail", attempt.detail());
    attempt
        .rate()
        .ifPresent(
            rate ->
                row.put("rate_base", rate.base().code())
                    .put("rate_quote", rate.quote().code())
                    .put("rate", rate.rate())
                    .put("rate_as_of", rate.asOf()));
    attempt.reason().ifPresent(reason -> row.node().set("reason", ReasonJson.of(reason)));
    return row;
  }
}
