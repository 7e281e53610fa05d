package dev.codeport.http;

import dev.codeport.application.Codeport;
import dev.codeport.application.account.Authenticate;
import dev.codeport.application.account.KeepSessions;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.operator.ActAsOperator;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ReceivePush;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.PassCodes;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.application.worker.WorkerState;
import dev.codeport.application.worker.Workers;
import dev.codeport.domain.account.Account;
import dev.codeport.domain.account.Act;
import dev.codeport.domain.account.Acts;
import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierId;
import dev.codeport.domain.event.Outbox;
import dev.codeport.domain.fraud.FraudRule;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.order.Listing;
import dev.codeport.domain.order.Orders;
import dev.codeport.domain.order.Sms;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Attempt;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.Success;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Queues;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.wallet.Wallet;
import dev.codeport.domain.wallet.Wallets;
import dev.codeport.domain.webhook.Delivery;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.domain.webhook.WebhookSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Answers what a test told it to, and remembers what it was asked. */
public final class FakeCodeport implements Codeport, ActAsOperator.Powers {
  public final List<Object> asked = new CopyOnWriteArrayList<>();
  public final Map<Integer, Account> accounts = new ConcurrentHashMap<>();
  public final List<ApiKey> keys = new CopyOnWriteArrayList<>();
  public final List<Act.Author> authors = new CopyOnWriteArrayList<>();
  public List<Acts.Numbered> acts = List.of();
  public final List<MarkupRule> rules = new CopyOnWriteArrayList<>();

  public Authenticate authenticate = key -> Optional.empty();
  public ReadExchangeRate rate = (base, quote) -> new ReadExchangeRate.Known(Given.rate(16_250));
  public PlaceOrder place = command -> new PlaceOrder.NoOffer();
  public CancelOrder cancel = (account, id) -> new CancelOrder.NotFound();
  public QueueCancel queue = (account, id) -> new QueueCancel.AtOnce(new CancelOrder.NotFound());
  public FinishOrder finish = (account, id) -> new FinishOrder.NotFound();
  public RequestAnotherCode another = (account, id) -> new RequestAnotherCode.NotFound();
  public ReactivateOrder.Result reactivation = new ReactivateOrder.NotFound();
  public TestWebhook test = (account, body) -> new TestWebhook.NoAddress();
  public BiFunction<Optional<String>, Optional<String>, ConfigureWebhook.Result> configure =
      (url, secret) -> new ConfigureWebhook.Saved(WebhookSettings.of(url, secret.map(Secret::of)));
  public WebhookSettings webhook = WebhookSettings.NONE;
  public Wallet wallet = new Wallet(Money.of(5_000_000, Currency.IDR), Money.zero(Currency.IDR));
  public List<ShownOrder> orders = List.of();
  public List<Sms> messages = List.of();
  public List<Product> products = List.of();
  public List<Country> countries = List.of(Given.INDONESIA);
  public List<Platform> platforms = List.of(Given.WHATSAPP);
  public OperatorChoice operators = new OperatorChoice(false, List.of());
  public List<ReadVendors.Vendor> vendors = List.of();
  public List<ReadSends.Sent> sends = List.of();
  public Optional<List<ReadVendors.Sold>> sold = Optional.empty();
  public ReconcileVendor.Result reconciliation = new ReconcileVendor.NoSuchVendor();
  public List<ReportCatalog.VendorReport> catalogReport = List.of();
  public ReceivePush.Result push = new ReceivePush.Forbidden();
  public FundAccount.Result funding = new FundAccount.Funded(wallet);
  public final FakeVerification verification = new FakeVerification();

  @Override
  public Optional<ApiKey.Holder> authenticate(Secret key) {
    return authenticate.authenticate(key);
  }

  @Override
  public ReadExchangeRate.Result exchangeRate(Currency base, Currency quote) {
    return rate.exchangeRate(base, quote);
  }

  @Override
  public List<Country> countries() {
    return countries;
  }

  @Override
  public List<Platform> platforms(Optional<CountryId> country) {
    asked.add(country);
    return platforms;
  }

  @Override
  public List<BrowseCatalog.Product> products(Query query) {
    asked.add(query);
    return products;
  }

  @Override
  public OperatorChoice operators(CountryId country, PlatformId platform) {
    return operators;
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product) {
    return Map.of();
  }

  @Override
  public Map<TierId, Duration> usualWaits(CatalogProductId product) {
    return Map.of();
  }

  @Override
  public PlaceOrder.Result placeOrder(PlaceOrder.Command command) {
    asked.add(command);
    return place.placeOrder(command);
  }

  @Override
  public Optional<ShownOrder> order(AccountId account, OrderId id) {
    return orders.stream().filter(shown -> shown.order().id().equals(id)).findFirst();
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Orders.Shown shown, int limit, long offset) {
    asked.add(new Listed(shown, limit, offset));
    return offset > 0 ? List.of() : orders;
  }

  /** What a list was asked for. */
  public record Listed(Orders.Shown shown, int limit, long offset) {}

  @Override
  public List<Sms> messages(AccountId account, OrderId id) {
    return messages;
  }

  @Override
  public CancelOrder.Result cancelOrder(AccountId account, OrderId id) {
    asked.add(id);
    return cancel.cancelOrder(account, id);
  }

  @Override
  public QueueCancel.Result queueCancel(AccountId account, OrderId id) {
    asked.add(id);
    return queue.queueCancel(account, id);
  }

  @Override
  public FinishOrder.Result finishOrder(AccountId account, OrderId id) {
    asked.add(id);
    return finish.finishOrder(account, id);
  }

  @Override
  public RequestAnotherCode.Result requestAnotherCode(AccountId account, OrderId id) {
    asked.add(id);
    return another.requestAnotherCode(account, id);
  }

  @Override
  public ReactivateOrder.Result reactivateOrder(ReactivateOrder.Command command) {
    asked.add(command);
    return reactivation;
  }

  @Override
  public ReactivateOrder.Result quoteReactivation(AccountId account, OrderId id) {
    asked.add(id);
    return reactivation;
  }

  @Override
  public ReplaceOrder.Result replaceOrder(
      AccountId account, OrderId id, Optional<Repeatable> repeatable) {
    throw new UnsupportedOperationException("nothing here replaces");
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Listing wanted, int limit) {
    asked.add(wanted);
    return orders;
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Collection<OrderId> ids) {
    return orders.stream().filter(shown -> ids.contains(shown.order().id())).toList();
  }

  @Override
  public List<Attempt> attempts(AccountId account, OrderId id) {
    return List.of();
  }

  @Override
  public ClaimRequest.Result claimRequest(
      AccountId account, Repeatable request, List<OrderId> about) {
    return new ClaimRequest.Taken(
        new Claim(request.key(), request.fingerprint(), about, Given.NOW));
  }

  @Override
  public void freeRequest(AccountId account, Claim claim) {}

  @Override
  public List<Outbox.Numbered> events(AccountId account, long after, int limit) {
    return List.of();
  }

  @Override
  public List<Outbox.Numbered> eventsOf(AccountId account, OrderId order, long after, int limit) {
    return List.of();
  }

  @Override
  public long newestEvent(AccountId account) {
    return 0;
  }

  @Override
  public Waiting awaitEvents(AccountId account, Runnable wake) {
    return () -> {};
  }

  @Override
  public Optional<ShownOrder> awaitOrder(
      AccountId account, OrderId id, Optional<Long> known, Duration patience) {
    return order(account, id);
  }

  @Override
  public Wallet wallet(AccountId account) {
    return wallet;
  }

  @Override
  public List<Wallets.Numbered> entries(AccountId account, long after, int limit) {
    return List.of();
  }

  @Override
  public List<Wallets.Numbered> newestEntries(AccountId account, long before, int limit) {
    return List.of();
  }

  @Override
  public List<Orders.Spend> spend(AccountId account, LocalDate from, LocalDate to) {
    return List.of();
  }

  @Override
  public WebhookSettings webhook(AccountId account) {
    return webhook;
  }

  @Override
  public ConfigureWebhook.Result configureWebhook(
      AccountId account, Optional<String> url, Optional<String> secret) {
    return configure.apply(url, secret);
  }

  @Override
  public TestWebhook.Result testWebhook(AccountId account, byte[] body) {
    asked.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    return test.testWebhook(account, body);
  }

  @Override
  public FundAccount.Result topUp(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    asked.add(amount);
    return funding;
  }

  @Override
  public FundAccount.Result adjust(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    asked.add(amount);
    return funding;
  }

  @Override
  public Optional<Secret> openSession(Secret apiKey) {
    return Optional.empty();
  }

  @Override
  public Secret openOperatorSession(Secret adminKey) {
    return Secret.of("session");
  }

  @Override
  public Optional<KeepSessions.Visitor> visitor(Secret session, KeepSessions.Terms terms) {
    return Optional.empty();
  }

  @Override
  public boolean endSession(Secret session) {
    return false;
  }

  @Override
  public Account openAccount(String name) {
    var account = Account.opened(new AccountId(accounts.size() + 1), name, Given.NOW);
    accounts.put(account.id().value(), account);
    return account;
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(accounts.get(id.value()));
  }

  @Override
  public List<Account> accounts(int after, int limit) {
    return accounts.values().stream()
        .filter(account -> account.id().value() > after)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Account> suspend(AccountId id, boolean suspended) {
    return account(id)
        .map(a -> new Account(a.id(), a.name(), a.openedAt(), suspended, a.exemptions(), a.ban()));
  }

  @Override
  public Optional<Account> exempt(AccountId id, Set<Account.Exemption> exemptions) {
    return account(id)
        .map(a -> new Account(a.id(), a.name(), a.openedAt(), a.suspended(), exemptions, a.ban()));
  }

  @Override
  public Optional<IssuedKey> issueKey(AccountId account, String label) {
    return account(account)
        .map(
            a -> {
              var key = Given.key(account, label);
              keys.add(key);
              return new IssuedKey(Secret.of("cp_token"), key);
            });
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return new ArrayList<>(keys);
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix) {
    return keys.removeIf(key -> key.prefix().equals(prefix));
  }

  @Override
  public ExchangeRate setExchangeRate(Currency base, Currency quote, BigDecimal value) {
    return new ExchangeRate(base, quote, value, Given.NOW);
  }

  @Override
  public void setMarkup(MarkupRule rule) {
    rules.add(rule);
  }

  @Override
  public boolean removeMarkup(MarkupRule.Scope scope) {
    return rules.removeIf(rule -> rule.scope().equals(scope));
  }

  @Override
  public List<MarkupRule> markups() {
    return List.copyOf(rules);
  }

  /** Any markup, for tests that only need one. */
  public static MarkupRule someMarkup() {
    return MarkupRule.global(Markup.percent(20, dev.codeport.domain.money.Ledger.rupiah()));
  }

  @Override
  public Workers workers() {
    throw new UnsupportedOperationException("nothing works here");
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return List.of();
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return Optional.empty();
  }

  @Override
  public ManageEndpoints.Result addEndpoint(
      AccountId account, Optional<EndpointId> id, Description description) {
    return new ManageEndpoints.NoRoom(0);
  }

  @Override
  public ManageEndpoints.Result changeEndpoint(AccountId account, EndpointId id, Changes changes) {
    return new ManageEndpoints.NoSuchEndpoint();
  }

  @Override
  public ManageEndpoints.Result rotateSecret(
      AccountId account, EndpointId id, Optional<String> secret, Duration overlap) {
    return new ManageEndpoints.NoSuchEndpoint();
  }

  @Override
  public ManageEndpoints.Result pauseEndpoint(AccountId account, EndpointId id) {
    return new ManageEndpoints.NoSuchEndpoint();
  }

  @Override
  public ManageEndpoints.Result resumeEndpoint(AccountId account, EndpointId id) {
    return new ManageEndpoints.NoSuchEndpoint();
  }

  @Override
  public ManageEndpoints.Result removeEndpoint(AccountId account, EndpointId id) {
    return new ManageEndpoints.NoSuchEndpoint();
  }

  @Override
  public TestEndpoint.Result testEndpoint(AccountId account, EndpointId id) {
    return new TestEndpoint.NoSuchEndpoint();
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    return List.of();
  }

  @Override
  public Optional<Logged> delivery(AccountId account, EndpointId endpoint, long event) {
    return Optional.empty();
  }

  @Override
  public RedeliverWebhook.Result redeliver(
      AccountId account, EndpointId endpoint, long from, long to, boolean failedOnly) {
    return new RedeliverWebhook.NoSuchEndpoint();
  }

  @Override
  public StartVerification.Result startVerification(StartVerification.Command command) {
    return verification.startVerification(command);
  }

  @Override
  public ResendVerification.Result resendVerification(
      AccountId account, VerificationId id, Optional<Repeatable> repeatable) {
    return verification.resendVerification(account, id, repeatable);
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, VerificationId id, OneTimeCode guess) {
    return verification.checkVerification(account, id, guess);
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, PhoneNumber phone, OneTimeCode guess) {
    return verification.checkVerification(account, phone, guess);
  }

  @Override
  public PassCodes.Sent passCode(
      AccountId account, String phone, Optional<NetworkAddress> address) {
    return verification.passCode(account, phone, address);
  }

  @Override
  public PassCodes.Checked passGuess(
      AccountId account, PassCodes.Ticket ticket, OneTimeCode guess) {
    return verification.passGuess(account, ticket, guess);
  }

  @Override
  public CancelVerification.Result cancelVerification(AccountId account, VerificationId id) {
    return verification.cancelVerification(account, id);
  }

  @Override
  public Optional<ShownVerification> verification(AccountId account, VerificationId id) {
    return verification.verification(account, id);
  }

  @Override
  public Optional<ShownVerification> openVerification(AccountId account, PhoneNumber phone) {
    return verification.openVerification(account, phone);
  }

  @Override
  public List<ShownVerification> verifications(
      AccountId account, Verifications.Filter filter, int limit) {
    return verification.verifications(account, filter, limit);
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return verification.dispatches(account, id);
  }

  @Override
  public Optional<PhoneNumber> phone(String written) {
    return verification.phone(written);
  }

  @Override
  public TakeReceipts.Result takeReceipts(SenderId sender, Callback callback) {
    return verification.takeReceipts(sender, callback);
  }

  @Override
  public Powers asOperator(Act.Author author) {
    authors.add(author);
    return this;
  }

  @Override
  public List<Acts.Numbered> acts(Optional<AccountId> account, long before, int limit) {
    return acts;
  }

  @Override
  public List<FraudRule> fraudRules() {
    return verification.fraudRules();
  }

  @Override
  public List<ListEntry> listEntries() {
    return verification.listEntries();
  }

  @Override
  public void putListEntry(ListEntry entry) {
    verification.putListEntry(entry);
  }

  @Override
  public boolean removeListEntry(ListEntry.Kind kind, String subject) {
    return verification.removeListEntry(kind, subject);
  }

  @Override
  public Optional<Instant> phoneLock(AccountId account, PhoneNumber phone) {
    return verification.phoneLock(account, phone);
  }

  @Override
  public void unlockPhone(AccountId account, PhoneNumber phone) {
    verification.unlockPhone(account, phone);
  }

  @Override
  public List<WorkerState> workerStates() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Queues.Waiting> queues() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<List<ReadVendors.Sold>> sold(ProviderId vendor) {
    return sold;
  }

  @Override
  public List<ReadSends.Sent> sends(LocalDate from, LocalDate to) {
    return sends;
  }

  @Override
  public List<ReadVendors.Vendor> vendors() {
    return vendors;
  }

  @Override
  public List<ReportCatalog.VendorReport> reportCatalog() {
    return catalogReport;
  }

  @Override
  public ReceivePush.Result receivePush(ProviderId provider, Push pushed) {
    asked.add(provider + " " + pushed.secret() + " " + pushed.from() + " " + pushed.body());
    return push;
  }

  @Override
  public ReconcileVendor.Result reconcileVendor(ProviderId provider) {
    asked.add(provider);
    return reconciliation;
  }
}
