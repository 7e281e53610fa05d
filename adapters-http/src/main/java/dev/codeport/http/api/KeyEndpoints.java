package dev.codeport.http.api;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.http.api.Views.KeyView;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Set;

/** API keys: shown whole once, spoken of by their prefix afterwards. */
final class KeyEndpoints {
  private static final int LONGEST_LABEL = 100;

  private final ManageAccounts accounts;
  private final Hands hands;

  KeyEndpoints(ManageAccounts accounts, Hands hands) {
    this.accounts = accounts;
    this.hands = hands;
  }

  Reply issue(Request request) {
    var label =
        Fields.closed(request.body(), Set.of("label"))
            .optionalText("label", LONGEST_LABEL)
            .orElse("");
    return Paths.ofAccount(
        request,
        id ->
            hands
                .of(request)
                .issueKey(id, label)
                .map(issued -> KeyView.of(issued.key(), issued.token().reveal()))
                .map(view -> Reply.json(201, view))
                .orElseGet(Paths::noAccount));
  }

  Reply list(Request request) {
    return Paths.ofAccount(
        request,
        id ->
            accounts.account(id).isPresent()
                ? Reply.json(
                    200,
                    new KeysView(
                        accounts.keys(id).stream().map(key -> KeyView.of(key, null)).toList()))
                : Paths.noAccount());
  }

  Reply revoke(Request request) {
    return Paths.ofAccount(
        request,
        id ->
            hands.of(request).revokeKey(id, request.path("prefix"))
                ? Reply.empty(204)
                : Problem.NOT_FOUND.reply("There is no such valid key."));
  }

  record KeysView(List<KeyView> keys) {}
}
