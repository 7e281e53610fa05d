package dev.codeport.application;

import dev.codeport.application.account.Authenticate;
import dev.codeport.application.account.KeepSessions;
import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.live.AwaitEvents;
import dev.codeport.application.live.AwaitOrder;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.operator.ActAsOperator;
import dev.codeport.application.operator.ReadActs;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ReceivePush;
import dev.codeport.application.order.Repeatable;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.order.ShownOrder;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.verification.PassCodes;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.application.worker.ReadWork;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every use case handed on to the service that does it. */
record WholeCodeport(
    BrowseCatalog browse,
    ReadSuccess succeeding,
    PlaceOrder placing,
    ReadOrders reading,
    CancelOrder canceling,
    QueueCancel queueing,
    FinishOrder finishing,
    RequestAnotherCode another,
    ReactivateOrder reactivating,
    ReplaceOrder replacing,
    ClaimRequest claiming,
    ReadEvents events,
    AwaitEvents waiting,
    AwaitOrder awaiting,
    ReadWallet wallets,
    FundAccount funding,
    Authenticate authenticating,
    ManageAccounts managing,
    KeepSessions keeping,
    ReadExchangeRate rates,
    SetPrices pricing,
    ReadVendors vending,
    ReconcileVendor reconciling,
    ReportCatalog reporting,
    ReceivePush receiving,
    ConfigureWebhook configuring,
    TestWebhook testing,
    ManageEndpoints endpointing,
    TestEndpoint endpointTesting,
    ReadDeliveries delivering,
    RedeliverWebhook redelivering,
    StartVerification starting,
    ResendVerification resending,
    CheckVerification checking,
    CancelVerification ending,
    PassCodes passing,
    ReadVerifications verifying,
    ReadSends sends,
    TakeReceipts receipting,
    ManageFraudLists listing,
    ActAsOperator operating,
    ReadActs auditing,
    ReadWork working,
    Workers workers)
    implements Codeport {

  @Override
  public List<Country> countries() {
    return browse.countries();
  }

  @Override
  public List<Platform> platforms(Optional<CountryId> country) {
    return browse.platforms(country);
  }

  @Override
  public List<Product> products(Query query) {
    return browse.products(query);
  }

  @Override
  public OperatorChoice operators(CountryId country, PlatformId platform) {
    return browse.operators(country, platform);
  }

  @Override
  public Map<TierId, Success> success(CatalogProductId product) {
    return succeeding.success(product);
  }

  @Override
  public Map<TierId, Duration> usualWaits(CatalogProductId product) {
    return succeeding.usualWaits(product);
  }

  @Override
  public PlaceOrder.Result placeOrder(PlaceOrder.Command command) {
    return placing.placeOrder(command);
  }

  @Override
  public Optional<ShownOrder> order(AccountId account, OrderId id) {
    return reading.order(account, id);
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Orders.Shown shown, int limit, long offset) {
    return reading.orders(account, shown, limit, offset);
  }

  @Override
  public List<Sms> messages(AccountId account, OrderId id) {
    return reading.messages(account, id);
  }

  @Override
  public CancelOrder.Result cancelOrder(AccountId account, OrderId id) {
    return canceling.cancelOrder(account, id);
  }

  @Override
  public QueueCancel.Result queueCancel(AccountId account, OrderId id) {
    return queueing.queueCancel(account, id);
  }

  @Override
  public FinishOrder.Result finishOrder(AccountId account, OrderId id) {
    return finishing.finishOrder(account, id);
  }

  @Override
  public RequestAnotherCode.Result requestAnotherCode(AccountId account, OrderId id) {
    return another.requestAnotherCode(account, id);
  }

  @Override
  public ReactivateOrder.Result reactivateOrder(ReactivateOrder.Command command) {
    return reactivating.reactivateOrder(command);
  }

  @Override
  public ReactivateOrder.Result quoteReactivation(AccountId account, OrderId id) {
    return reactivating.quoteReactivation(account, id);
  }

  @Override
  public ReplaceOrder.Result replaceOrder(
      AccountId account, OrderId id, Optional<Repeatable> repeatable) {
    return replacing.replaceOrder(account, id, repeatable);
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Listing wanted, int limit) {
    return reading.orders(account, wanted, limit);
  }

  @Override
  public List<ShownOrder> orders(AccountId account, Collection<OrderId> ids) {
    return reading.orders(account, ids);
  }

  @Override
  public List<Attempt> attempts(AccountId account, OrderId id) {
    return reading.attempts(account, id);
  }

  @Override
  public ClaimRequest.Result claimRequest(
      AccountId account, Repeatable request, List<OrderId> about) {
    return claiming.claimRequest(account, request, about);
  }

  @Override
  public void freeRequest(AccountId account, Claim claim) {
    claiming.freeRequest(account, claim);
  }

  @Override
  public List<Outbox.Numbered> events(AccountId account, long after, int limit) {
    return events.events(account, after, limit);
  }

  @Override
  public List<Outbox.Numbered> eventsOf(AccountId account, OrderId order, long after, int limit) {
    return events.eventsOf(account, order, after, limit);
  }

  @Override
  public long newestEvent(AccountId account) {
    return events.newestEvent(account);
  }

  @Override
  public Waiting awaitEvents(AccountId account, Runnable wake) {
    return waiting.awaitEvents(account, wake);
  }

  @Override
  public Optional<ShownOrder> awaitOrder(
      AccountId account, OrderId id, Optional<Long> known, Duration patience) {
    return awaiting.awaitOrder(account, id, known, patience);
  }

  @Override
  public Wallet wallet(AccountId account) {
    return wallets.wallet(account);
  }

  @Override
  public List<Wallets.Numbered> entries(AccountId account, long after, int limit) {
    return wallets.entries(account, after, limit);
  }

  @Override
  public List<Wallets.Numbered> newestEntries(AccountId account, long before, int limit) {
    return wallets.newestEntries(account, before, limit);
  }

  @Override
  public List<Orders.Spend> spend(AccountId account, LocalDate from, LocalDate to) {
    return wallets.spend(account, from, to);
  }

  @Override
  public FundAccount.Result topUp(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    return funding.topUp(account, amount, reference, request);
  }

  @Override
  public FundAccount.Result adjust(
      AccountId account, Money amount, String reference, Optional<Repeatable> request) {
    return funding.adjust(account, amount, reference, request);
  }

  @Override
  public Optional<ApiKey.Holder> authenticate(Secret key) {
    return authenticating.authenticate(key);
  }

  @Override
  public Optional<Secret> openSession(Secret apiKey) {
    return keeping.openSession(apiKey);
  }

  @Override
  public Secret openOperatorSession(Secret adminKey) {
    return keeping.openOperatorSession(adminKey);
  }

  @Override
  public Optional<Visitor> visitor(Secret session, Terms terms) {
    return keeping.visitor(session, terms);
  }

  @Override
  public boolean endSession(Secret session) {
    return keeping.endSession(session);
  }

  @Override
  public Account openAccount(String name) {
    return managing.openAccount(name);
  }

  @Override
  public Optional<Account> account(AccountId id) {
    return managing.account(id);
  }

  @Override
  public List<Account> accounts(int after, int limit) {
    return managing.accounts(after, limit);
  }

  @Override
  public Optional<Account> suspend(AccountId id, boolean suspended) {
    return managing.suspend(id, suspended);
  }

  @Override
  public Optional<Account> exempt(AccountId id, Set<Account.Exemption> exemptions) {
    return managing.exempt(id, exemptions);
  }

  @Override
  public Optional<IssuedKey> issueKey(AccountId account, String label) {
    return managing.issueKey(account, label);
  }

  @Override
  public List<ApiKey> keys(AccountId account) {
    return managing.keys(account);
  }

  @Override
  public boolean revokeKey(AccountId account, String prefix) {
    return managing.revokeKey(account, prefix);
  }

  @Override
  public ReadExchangeRate.Result exchangeRate(Currency base, Currency quote) {
    return rates.exchangeRate(base, quote);
  }

  @Override
  public ExchangeRate setExchangeRate(Currency base, Currency quote, BigDecimal rate) {
    return pricing.setExchangeRate(base, quote, rate);
  }

  @Override
  public void setMarkup(MarkupRule rule) {
    pricing.setMarkup(rule);
  }

  @Override
  public boolean removeMarkup(MarkupRule.Scope scope) {
    return pricing.removeMarkup(scope);
  }

  @Override
  public List<MarkupRule> markups() {
    return pricing.markups();
  }

  @Override
  public WebhookSettings webhook(AccountId account) {
    return configuring.webhook(account);
  }

  @Override
  public ConfigureWebhook.Result configureWebhook(
      AccountId account, Optional<String> url, Optional<String> secret) {
    return configuring.configureWebhook(account, url, secret);
  }

  @Override
  public TestWebhook.Result testWebhook(AccountId account, byte[] body) {
    return testing.testWebhook(account, body);
  }

  @Override
  public List<Endpoint> endpoints(AccountId account) {
    return endpointing.endpoints(account);
  }

  @Override
  public Optional<Endpoint> endpoint(AccountId account, EndpointId id) {
    return endpointing.endpoint(account, id);
  }

  @Override
  public ManageEndpoints.Result addEndpoint(
      AccountId account, Optional<EndpointId> id, Description description) {
    return endpointing.addEndpoint(account, id, description);
  }

  @Override
  public ManageEndpoints.Result changeEndpoint(AccountId account, EndpointId id, Changes changes) {
    return endpointing.changeEndpoint(account, id, changes);
  }

  @Override
  public ManageEndpoints.Result rotateSecret(
      AccountId account, EndpointId id, Optional<String> secret, Duration overlap) {
    return endpointing.rotateSecret(account, id, secret, overlap);
  }

  @Override
  public ManageEndpoints.Result pauseEndpoint(AccountId account, EndpointId id) {
    return endpointing.pauseEndpoint(account, id);
  }

  @Override
  public ManageEndpoints.Result resumeEndpoint(AccountId account, EndpointId id) {
    return endpointing.resumeEndpoint(account, id);
  }

  @Override
  public ManageEndpoints.Result removeEndpoint(AccountId account, EndpointId id) {
    return endpointing.removeEndpoint(account, id);
  }

  @Override
  public TestEndpoint.Result testEndpoint(AccountId account, EndpointId id) {
    return endpointTesting.testEndpoint(account, id);
  }

  @Override
  public List<Delivery> deliveries(
      AccountId account,
      EndpointId endpoint,
      Optional<Delivery.State> state,
      long before,
      int limit) {
    return delivering.deliveries(account, endpoint, state, before, limit);
  }

  @Override
  public Optional<Logged> delivery(AccountId account, EndpointId endpoint, long event) {
    return delivering.delivery(account, endpoint, event);
  }

  @Override
  public RedeliverWebhook.Result redeliver(
      AccountId account, EndpointId endpoint, long from, long to, boolean failedOnly) {
    return redelivering.redeliver(account, endpoint, from, to, failedOnly);
  }

  @Override
  public StartVerification.Result startVerification(StartVerification.Command command) {
    return starting.startVerification(command);
  }

  @Override
  public ResendVerification.Result resendVerification(
      AccountId account, VerificationId id, Optional<Repeatable> repeatable) {
    return resending.resendVerification(account, id, repeatable);
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, VerificationId id, OneTimeCode guess) {
    return checking.checkVerification(account, id, guess);
  }

  @Override
  public CheckVerification.Result checkVerification(
      AccountId account, PhoneNumber phone, OneTimeCode guess) {
    return checking.checkVerification(account, phone, guess);
  }

  @Override
  public CancelVerification.Result cancelVerification(AccountId account, VerificationId id) {
    return ending.cancelVerification(account, id);
  }

  @Override
  public PassCodes.Sent passCode(
      AccountId account, String phone, Optional<NetworkAddress> address) {
    return passing.passCode(account, phone, address);
  }

  @Override
  public PassCodes.Checked passGuess(
      AccountId account, PassCodes.Ticket ticket, OneTimeCode guess) {
    return passing.passGuess(account, ticket, guess);
  }

  @Override
  public Optional<ShownVerification> verification(AccountId account, VerificationId id) {
    return verifying.verification(account, id);
  }

  @Override
  public Optional<ShownVerification> openVerification(AccountId account, PhoneNumber phone) {
    return verifying.openVerification(account, phone);
  }

  @Override
  public List<ShownVerification> verifications(
      AccountId account, Verifications.Filter filter, int limit) {
    return verifying.verifications(account, filter, limit);
  }

  @Override
  public List<Dispatch> dispatches(AccountId account, VerificationId id) {
    return verifying.dispatches(account, id);
  }

  @Override
  public Optional<PhoneNumber> phone(String written) {
    return verifying.phone(written);
  }

  @Override
  public TakeReceipts.Result takeReceipts(SenderId sender, Callback callback) {
    return receipting.takeReceipts(sender, callback);
  }

  @Override
  public Powers asOperator(Act.Author author) {
    return operating.asOperator(author);
  }

  @Override
  public List<Acts.Numbered> acts(Optional<AccountId> account, long before, int limit) {
    return auditing.acts(account, before, limit);
  }

  @Override
  public List<FraudRule> fraudRules() {
    return listing.fraudRules();
  }

  @Override
  public List<ListEntry> listEntries() {
    return listing.listEntries();
  }

  @Override
  public void putListEntry(ListEntry entry) {
    listing.putListEntry(entry);
  }

  @Override
  public boolean removeListEntry(ListEntry.Kind kind, String subject) {
    return listing.removeListEntry(kind, subject);
  }

  @Override
  public Optional<Instant> phoneLock(AccountId account, PhoneNumber phone) {
    return listing.phoneLock(account, phone);
  }

  @Override
  public void unlockPhone(AccountId account, PhoneNumber phone) {
    listing.unlockPhone(account, phone);
  }

  @Override
  public List<WorkerState> workerStates() {
    return working.workerStates();
  }

  @Override
  public List<Queues.Waiting> queues() {
    return working.queues();
  }

  @Override
  public List<ReadSends.Sent> sends(LocalDate from, LocalDate to) {
    return sends.sends(from, to);
  }

  @Override
  public List<ReadVendors.Vendor> vendors() {
    return vending.vendors();
  }

  @Override
  public Optional<List<ReadVendors.Sold>> sold(ProviderId vendor) {
    return vending.sold(vendor);
  }

  @Override
  public List<ReportCatalog.VendorReport> reportCatalog() {
    return reporting.reportCatalog();
  }

  @Override
  public ReceivePush.Result receivePush(ProviderId provider, Push push) {
    return receiving.receivePush(provider, push);
  }

  @Override
  public ReconcileVendor.Result reconcileVendor(ProviderId provider) {
    return reconciling.reconcileVendor(provider);
  }
}
