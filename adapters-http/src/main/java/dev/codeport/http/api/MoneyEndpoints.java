package dev.codeport.http.api;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.money.Ledger;
import dev.codeport.http.api.Views.EntryView;
import dev.codeport.http.api.Views.WalletView;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Set;

/** Money put in or corrected, and where it went. */
final class MoneyEndpoints {
  private static final Set<String> FIELDS = Set.of("amount", "reference");
  private static final int LONGEST_REFERENCE = 200;

  private final FundAccount funds;
  private final ReadWallet wallets;
  private final ManageAccounts accounts;
  private final Ledger ledger;

  MoneyEndpoints(FundAccount funds, ReadWallet wallets, ManageAccounts accounts, Ledger ledger) {
    this.funds = funds;
    this.wallets = wallets;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  Reply topUp(Request request) {
    var fields = Fields.closed(request.body(), FIELDS);
    var amount = Amounts.required(fields, "amount", ledger.currency());
    return Paths.ofAccount(request, id -> answer(funds.topUp(id, amount, reference(fields))));
  }

  Reply adjust(Request request) {
    var fields = Fields.closed(request.body(), FIELDS);
    var amount = Amounts.required(fields, "amount", ledger.currency());
    return Paths.ofAccount(request, id -> answer(funds.adjust(id, amount, reference(fields))));
  }

  Reply entries(Request request) {
    var query = request.query();
    var after = Math.max(0L, query.int64("after").orElse(0L));
    var limit = Paths.limit(query);
    return Paths.ofAccount(
        request,
        id ->
            accounts.account(id).isPresent()
                ? Reply.json(
                    200,
                    new EntriesView(
                        wallets.entries(id, after, limit).stream().map(EntryView::of).toList()))
                : Paths.noAccount());
  }

  private static String reference(Fields fields) {
    return fields.optionalText("reference", LONGEST_REFERENCE).orElse("");
  }

  private static Reply answer(FundAccount.Result result) {
    return switch (result) {
      case FundAccount.Funded funded -> Reply.json(200, WalletView.of(funded.wallet()));
      case FundAccount.NoSuchAccount none -> Paths.noAccount();
      case FundAccount.BadAmount bad -> Problem.invalid("amount", bad.reason());
      case FundAccount.TooPoor poor ->
          Problem.INSUFFICIENT_BALANCE.reply(
              "Only " + Views.amount(poor.available()) + " is available.");
    };
  }

  record EntriesView(List<EntryView> entries) {}
}
