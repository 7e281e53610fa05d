package dev.codeport.http.api;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.account.Account;
import dev.codeport.http.api.Views.AccountView;
import dev.codeport.http.api.Views.WalletView;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Opening accounts and looking after them. */
final class AccountEndpoints {
  private static final int LONGEST_NAME = 100;

  private final ManageAccounts accounts;
  private final ReadWallet wallets;
  private final Hands hands;

  AccountEndpoints(ManageAccounts accounts, ReadWallet wallets, Hands hands) {
    this.accounts = accounts;
    this.wallets = wallets;
    this.hands = hands;
  }

  Reply open(Request request) {
    var name = Fields.closed(request.body(), Set.of("name")).text("name", LONGEST_NAME);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new BadInput("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    var account = hands.of(request).openAccount(name);
    return Reply.json(201, withWallet(account))
        .with("Location", "/api/admin/accounts/" + account.id());
  }

  Reply list(Request request) {
    var query = request.query();
    var after = Math.max(0, query.int32("after").orElse(0));
    var found = accounts.accounts(after, Paths.limit(query));
    return Reply.json(200, new AccountsView(found.stream().map(AccountView::of).toList()));
  }

  Reply get(Request request) {
    return Paths.ofAccount(
        request,
        id ->
            accounts
                .account(id)
                .map(account -> Reply.json(200, withWallet(account)))
                .orElseGet(Paths::noAccount));
  }

  Reply suspend(Request request) {
    var suspended = Fields.closed(request.body(), Set.of("suspended")).bool("suspended");
    return Paths.ofAccount(
        request,
        id ->
            hands
                .of(request)
                .suspend(id, suspended)
                .map(account -> Reply.json(200, AccountView.of(account)))
                .orElseGet(Paths::noAccount));
  }

  Reply exempt(Request request) {
    var words = Fields.closed(request.body(), Set.of("exemptions")).texts("exemptions", 64);
    var exemptions = exemptions(words);
    return Paths.ofAccount(
        request,
        id ->
            hands
                .of(request)
                .exempt(id, exemptions)
                .map(account -> Reply.json(200, AccountView.of(account)))
                .orElseGet(Paths::noAccount));
  }

  private AccountView withWallet(Account account) {
    return AccountView.of(account, WalletView.of(wallets.wallet(account.id())));
  }

  private static Set<Account.Exemption> exemptions(List<String> words) {
    var exemptions = EnumSet.noneOf(Account.Exemption.class);
    words.forEach(word -> exemptions.add(exemption(word)));
    return exemptions;
  }

  private static Account.Exemption exemption(String word) {
    for (var exemption : Account.Exemption.values()) {
      if (AccountView.word(exemption).equals(word)) {
        return exemption;
      }
    }
    throw new BadInput("exemptions", "must be of rate_limit and abuse_guard");
  }

  record AccountsView(List<AccountView> accounts) {}
}
