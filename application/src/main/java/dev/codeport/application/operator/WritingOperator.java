package dev.codeport.application.operator;

import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Act.Kind;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pricing.MarkupRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands everything on, and writes down what changed. */
final class WritingOperator implements ActAsOperator.Powers {
  private final Acts acts;
  private final Act.Author author;
  private final ManageAccounts accounts;
  private final FundAccount funds;
  private final SetPrices prices;
  private final ManageFraudLists lists;
  private final InstantSource clock;

  WritingOperator(
      Acts acts,
      Act.Author author,
      ManageAccounts accounts,
      FundAccount funds,
      SetPrices prices,
      ManageFraudLists lists,
      InstantSource clock) {
    this.acts = acts;
    this.author = author;
    this.accounts = accounts;
    this.funds = funds;
    this.prices = prices;
    this.lists = lists;
    this.clock = clock;
  }

  @Override
  public Account openAccount(String name) {
    return acts.written(
        () -> accounts.openAccount(name),
        opened -> act(Kind.ACCOUNT_OPENED, opened.id(), opened.name()));
  }

  @Override
  public Optional<Account> suspend(AccountId id, boolean suspended) {
    var kind = suspended ? Kind.ACCOUNT_SUSPENDED : Kind.ACCOUNT_RESUMED;
    return acts.written(
        () -> accounts.suspend(id, suspended),
        changed -> changed.flatMap(account -> act(kind, id, "")));
  }

  @Override
  public Optional<Account> exempt(AccountId id, Set<Account.Exemption> exemptions) {
    var words =
        exemptions.stream().map(WritingOperator::word).sorted().collect(Collectors.joining(", "));
    return acts.written(
        () -> accounts.exempt(id, exemptions),
        changed -> changed.flatMap(account -> act(Kind.EXEMPTIONS_SET, id, words)));
  }

  @Override
  public Optional<IssuedKey> issueKey(AccountId account, String label) {
    return acts.written(
        () -> accounts.issueKey(account, label),
        issued ->
            issued.flatMap(
                key -> act(Kind.KEY_ISSUED, account, (key.key().prefix() + " " + label).strip())));
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix) {
    return acts.written(
        () -> accounts.revokeKey(account, prefix),
        revoked -> revoked ? act(Kind.KEY_REVOKED, account, prefix) : Optional.empty());
  }

  @Override
  public FundAccount.Result topUp(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    return acts.written(
        () -> funds.topUp(account, amount, reference, request),
        result -> funded(result, Kind.MONEY_ADDED, account, amount, reference));
  }

  @Override
  public FundAccount.Result adjust(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    return acts.written(
        () -> funds.adjust(account, amount, reference, request),
        result -> funded(result, Kind.MONEY_ADJUSTED, account, amount, reference));
  }

  private Optional<Act> funded(
      FundAccount.Result result, Kind kind, AccountId account, Money amount, String reference) {
    return result instanceof FundAccount.Funded
        ? act(kind, account, (amount + " " + reference).strip())
        : Optional.empty();
  }

  @Override
  public ExchangeRate setExchangeRate(Currency base, Currency quote, BigDecimal rate) {
    return acts.written(
        () -> prices.setExchangeRate(base, quote, rate),
        set ->
            act(Kind.RATE_SET, Optional.empty(), base + "/" + quote + " " + rate.toPlainString()));
  }

  @Override
  public void setMarkup(MarkupRule rule) {
    acts.written(
        () -> {
          prices.setMarkup(rule);
          return rule.markup();
        },
        markup ->
            act(
                Kind.MARKUP_SET,
                rule.account(),
                "%s: %s %%, fixed %s, floor %s%s"
                    .formatted(
                        scope(rule.scope()),
                        markup.percent().stripTrailingZeros().toPlainString(),
                        markup.fixed(),
                        markup.floor(),
                        markup.belowCost() ? ", below cost" : "")));
  }

  @Override
  public boolean removeMarkup(MarkupRule.Scope scope) {
    return acts.written(
        () -> prices.removeMarkup(scope),
        removed ->
            removed ? act(Kind.MARKUP_REMOVED, scope.account(), scope(scope)) : Optional.empty());
  }

  @Override
  public void putListEntry(ListEntry entry) {
    acts.written(
        () -> {
          lists.putListEntry(entry);
          return entry.until().map(end -> " until " + end).orElse("");
        },
        until ->
            act(
                Kind.LIST_LINE_SET,
                Optional.empty(),
                "%s %s%s: %s"
                    .formatted(word(entry.kind()), entry.subject(), until, entry.reason())));
  }

  @Override
  public boolean removeListEntry(ListEntry.Kind kind, String subject) {
    return acts.written(
        () -> lists.removeListEntry(kind, subject),
        removed ->
            removed
                ? act(Kind.LIST_LINE_REMOVED, Optional.empty(), word(kind) + " " + subject)
                : Optional.empty());
  }

  @Override
  public void unlockPhone(AccountId account, PhoneNumber phone) {
    acts.written(
        () -> {
          lists.unlockPhone(account, phone);
          return phone.e164();
        },
        number -> act(Kind.PHONE_UNLOCKED, account, number));
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return accounts.account(id);
  }

  @Override
  public List<Account> accounts(int after, int limit) {
    return accounts.accounts(after, limit);
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return accounts.keys(account);
  }

  @Override
  public List<MarkupRule> markups() {
    return prices.markups();
  }

  @Override
  public List<FraudRule> fraudRules() {
    return lists.fraudRules();
  }

  @Override
  public List<ListEntry> listEntries() {
    return lists.listEntries();
  }

  @Override
  public Optional<Instant> phoneLock(AccountId account, PhoneNumber phone) {
    return lists.phoneLock(account, phone);
  }

  private Optional<Act> act(Kind kind, AccountId account, String detail) {
    return act(kind, Optional.of(account), detail);
  }

  private Optional<Act> act(Kind kind, Optional<AccountId> account, String detail) {
    return Optional.of(Act.of(author, kind, account, detail, clock.instant()));
  }

  private static String scope(MarkupRule.Scope scope) {
    return "account %s, country %s, platform %s"
        .formatted(
            scope.account().map(Object::toString).orElse("any"),
            scope.country().map(country -> Integer.toString(country.value())).orElse("any"),
            scope.platform().map(platform -> Integer.toString(platform.value())).orElse("any"));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
