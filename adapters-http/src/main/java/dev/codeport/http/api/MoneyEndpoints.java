package dev.codeport.http.api;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.http.api.Views.EntryView;
import dev.codeport.http.api.Views.WalletView;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Money put in or corrected, and where it went. */
final class MoneyEndpoints {
  private static final Set<String> FIELDS = Set.of("amount", "reference");
  private static final int LONGEST_REFERENCE = 200;

  private final ReadWallet wallets;
  private final ManageAccounts accounts;
  private final Hands hands;
  private final Ledger ledger;

  MoneyEndpoints(ReadWallet wallets, ManageAccounts accounts, Hands hands, Ledger ledger) {
    this.wallets = wallets;
    this.accounts = accounts;
    this.hands = hands;
    this.ledger = ledger;
  }

  /** Once, if it has an {@code Idempotency-Key}: a repetition is answered as the first was. */
  Reply topUp(Request request) {
    return fund(request, "top-up", FundAccount::topUp);
  }

  /** The same. */
  Reply adjust(Request request) {
    return fund(request, "adjustment", FundAccount::adjust);
  }

  @FunctionalInterface
  private interface Funding {
    FundAccount.Result fund(
        FundAccount funds,
        AccountId account,
        Money amount,
        String reference,
        Optional<Repeatable> request);
  }

  private Reply fund(Request request, String what, Funding funding) {
    var key = RequestKey.of(request);
    var fields = Fields.closed(request.body(), FIELDS);
    var amount = Amounts.required(fields, "amount", ledger.currency());
    var reference = fields.optionalText("reference", LONGEST_REFERENCE).orElse("");
    var once = key.meaning(what, amount.toString(), reference);
    return Paths.ofAccount(
        request, id -> answer(funding.fund(hands.of(request), id, amount, reference, once)));
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

  private static Reply answer(FundAccount.Result result) {
    return switch (result) {
      case FundAccount.Funded funded -> Reply.json(200, WalletView.of(funded.wallet()));
      case FundAccount.Replayed again ->
          Reply.json(200, WalletView.of(again.wallet())).with(RequestKey.REPLAYED, "true");
      case FundAccount.Reused reused -> Once.reused();
      case FundAccount.NoSuchAccount none -> Paths.noAccount();
      case FundAccount.BadAmount bad -> Problem.invalid("amount", bad.reason());
      case FundAccount.TooPoor poor ->
          Problem.INSUFFICIENT_BALANCE.reply(
              "Only " + Views.amount(poor.available()) + " is available.");
    };
  }

  record EntriesView(List<EntryView> entries) {}
}
