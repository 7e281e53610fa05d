package dev.codeport.http.console.operator;

import com.google.common.cache.CacheBuilder;
import dev.codeport.application.Codeport;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Account.Exemption;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import dev.codeport.http.api.Amounts;
import dev.codeport.http.api.Hands;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Accounts: opening them, their money, what does not apply to them, whether they may go on. */
final class AccountPages {
  private static final String LIST = "/console/operator/accounts";
  private static final String ACCOUNT = LIST + "/:id";
  private static final int ROWS = 50;
  private static final int ACTS = 10;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REFERENCE = 200;
  private static final int FORMS = 1_000;

  private final Codeport codeport;
  private final Hands hands;
  private final Ledger ledger;
  private final ConsoleGate gate;

  /** Which account a form opened: sent again, it opens no other. */
  private final ConcurrentMap<IdempotencyKey, AccountId> opened =
      CacheBuilder.newBuilder().maximumSize(FORMS).<IdempotencyKey, AccountId>build().asMap();

  AccountPages(Codeport codeport, Hands hands, Ledger ledger, ConsoleGate gate) {
    this.codeport = codeport;
    this.hands = hands;
    this.ledger = ledger;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(LIST, gate.operatorReads(visit -> list(200, visit)))
        .post(LIST, gate.operatorChanges(this::open))
        .get(ACCOUNT, gate.operatorReads(this::show))
        .post(ACCOUNT + "/top-ups", gate.operatorChanges(this::topUp))
        .post(ACCOUNT + "/adjustments", gate.operatorChanges(this::adjust))
        .post(ACCOUNT + "/suspended", gate.operatorChanges(this::suspend))
        .post(ACCOUNT + "/exemptions", gate.operatorChanges(this::exempt));
  }

  static String path(AccountId id) {
    return LIST + "/" + id;
  }

  /** There is no such account, or what to answer about it. */
  Reply of(Visit visit, Function<Account, Reply> answer) {
    var id = visit.request().path("id");
    return id.matches("[1-9]\\d{0,8}")
        ? codeport
            .account(new AccountId(Integer.parseInt(id)))
            .map(answer)
            .orElseGet(visit::notFound)
        : visit.notFound();
  }

  Reply show(int status, Visit visit, AccountId id, Optional<String> token) {
    return codeport
        .account(id)
        .map(
            account ->
                visit.show(
                    status,
                    "account",
                    account.name(),
                    Section.ACCOUNTS,
                    page(visit, account, token)))
        .orElseGet(visit::notFound);
  }

  static IdempotencyKey once(Visit visit) {
    return visit.key().orElseThrow(() -> BadInput.parameter("key", "is missing"));
  }

  private Reply list(int status, Visit visit) {
    var after = Math.max(0, visit.query().int32("after").orElse(0));
    var found = codeport.accounts(after, ROWS + 1);
    var shown = found.subList(0, Math.min(ROWS, found.size()));
    var next = found.size() > ROWS ? LIST + "?after=" + shown.getLast().id().value() : "";
    var rows =
        shown.stream()
            .map(each -> new AccountsPage.Row(each, codeport.wallet(each.id()).available()));
    return visit.show(
        status,
        "accounts",
        Section.ACCOUNTS,
        new AccountsPage(rows.toList(), after > 0, next, visit.newKey()));
  }

  private Reply open(Visit visit) {
    var key = once(visit);
    var name = visit.form().text("name").orElse("").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return list(422, visit.with(Notice.warning(visit.say("accounts.bad-name"))));
    }
    var id = opened.computeIfAbsent(key, same -> hands.of(visit.request()).openAccount(name).id());
    return visit.go(path(id), "account-opened");
  }

  private Reply show(Visit visit) {
    return of(visit, account -> show(200, visit, account.id(), Optional.empty()));
  }

  private AccountPage page(Visit visit, Account account, Optional<String> token) {
    var id = account.id();
    return new AccountPage(
        account,
        codeport.wallet(id),
        codeport.keys(id),
        account.banAt(visit.now()).map(ban -> ban.until()),
        codeport.acts(Optional.of(id), Long.MAX_VALUE, ACTS),
        token,
        visit.newKey());
  }

  private Reply topUp(Visit visit) {
    return of(visit, account -> fund(visit, account.id(), "top-up", FundAccount::topUp));
  }

  private Reply adjust(Visit visit) {
    return of(visit, account -> fund(visit, account.id(), "adjustment", FundAccount::adjust));
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

  private Reply fund(Visit visit, AccountId id, String what, Funding funding) {
    var form = visit.form();
    var reference = form.text("reference").orElse("").strip();
    try {
      var amount = Amounts.of("amount", form.text("amount").orElse("").strip(), ledger.currency());
      if (reference.length() > LONGEST_REFERENCE) {
        throw new BadInput("reference", "must have at most 200 characters");
      }
      var meaning = Fingerprint.of(what, amount.toString(), reference);
      var request = Optional.of(new Repeatable(once(visit), meaning));
      return funded(
          visit, id, funding.fund(hands.of(visit.request()), id, amount, reference, request));
    } catch (BadInput bad) {
      return refuse(422, visit, id, visit.say("account.bad-amount", bad.reason()));
    }
  }

  private Reply funded(Visit visit, AccountId id, FundAccount.Result result) {
    return switch (result) {
      case FundAccount.Funded done -> visit.go(path(id), "money-booked");
      case FundAccount.Replayed again -> visit.go(path(id), "money-booked");
      case FundAccount.Reused reused -> refuse(409, visit, id, visit.say("account.sent-before"));
      case FundAccount.NoSuchAccount none -> visit.notFound();
      case FundAccount.BadAmount bad ->
          refuse(422, visit, id, visit.say("account.bad-amount", bad.reason()));
      case FundAccount.TooPoor poor -> refuse(409, visit, id, visit.say("account.too-poor"));
    };
  }

  private Reply suspend(Visit visit) {
    var suspended = visit.form().text("suspended").filter("true"::equals).isPresent();
    return of(
        visit,
        account -> {
          if (account.suspended() != suspended) {
            hands.of(visit.request()).suspend(account.id(), suspended);
          }
          return visit.go(path(account.id()), suspended ? "account-suspended" : "account-resumed");
        });
  }

  private Reply exempt(Visit visit) {
    var exemptions = EnumSet.noneOf(Exemption.class);
    for (var each : Exemption.values()) {
      visit.form().text(AccountPage.word(each)).ifPresent(checked -> exemptions.add(each));
    }
    return of(
        visit,
        account -> {
          if (!account.exemptions().equals(exemptions)) {
            hands.of(visit.request()).exempt(account.id(), exemptions);
          }
          return visit.go(path(account.id()), "exemptions-set");
        });
  }

  Reply refuse(int status, Visit visit, AccountId id, String why) {
    return show(status, visit.with(Notice.warning(why)), id, Optional.empty());
  }
}
