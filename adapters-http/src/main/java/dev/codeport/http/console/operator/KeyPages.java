package dev.codeport.http.console.operator;

import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.Repeatable;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.http.api.Hands;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.List;
import java.util.Optional;

/** An account's keys: shown whole once, on the page that answers the form. */
final class KeyPages {
  private static final String KEYS = "/console/operator/accounts/:id/keys";
  private static final int LONGEST_LABEL = 100;

  private final ClaimRequest claims;
  private final Hands hands;
  private final AccountPages accounts;
  private final ConsoleGate gate;

  KeyPages(ClaimRequest claims, Hands hands, AccountPages accounts, ConsoleGate gate) {
    this.claims = claims;
    this.hands = hands;
    this.accounts = accounts;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .post(KEYS, gate.operatorChanges(this::issue))
        .post(KEYS + "/:prefix/revoke", gate.operatorChanges(this::revoke));
  }

  private Reply issue(Visit visit) {
    return accounts.of(
        visit,
        account -> {
          var label = visit.form().text("label").orElse("").strip();
          return label.length() > LONGEST_LABEL
              ? accounts.refuse(422, visit, account.id(), visit.say("account.bad-label"))
              : issue(visit, account.id(), label);
        });
  }

  /** Sent again, it issues none: nobody but the first answer could show it. */
  private Reply issue(Visit visit, AccountId id, String label) {
    var request = new Repeatable(AccountPages.once(visit), Fingerprint.of("issue key", label));
    return switch (claims.claimRequest(id, request, List.of())) {
      case ClaimRequest.Taken taken ->
          hands
              .of(visit.request())
              .issueKey(id, label)
              .map(issued -> Optional.of(issued.token().reveal()))
              .map(token -> accounts.show(200, visit, id, token))
              .orElseGet(visit::notFound);
      case ClaimRequest.Repeated again ->
          accounts.refuse(409, visit, id, visit.say("account.key-shown"));
      case ClaimRequest.Reused reused ->
          accounts.refuse(409, visit, id, visit.say("account.sent-before"));
    };
  }

  /** Revoking again what is revoked changes nothing and is no mistake. */
  private Reply revoke(Visit visit) {
    return accounts.of(
        visit,
        account -> {
          hands.of(visit.request()).revokeKey(account.id(), visit.request().path("prefix"));
          return visit.go(AccountPages.path(account.id()), "key-revoked");
        });
  }
}
