package dev.codeport.postgres;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;

/** A claim as a row. */
record ClaimJson(Seals seals) {
  ObjectNode row(AccountId account, Claim claim) {
    var row =
        new RowJson()
            .put("account_id", account.value())
            .put("key_hash", seals.keyHash(claim.key()))
            .put("fingerprint", claim.fingerprint().hex())
            .putText("verification", claim.verification().map(VerificationId::hex))
            .put("taken_at", claim.at())
            .node();
    var ids = row.putArray("orders");
    claim.orders().forEach(order -> ids.add(order.value()));
    return row;
  }
}
