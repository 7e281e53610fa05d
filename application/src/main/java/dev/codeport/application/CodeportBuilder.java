package dev.codeport.application;

import dev.codeport.application.account.AccountDirectory;
import dev.codeport.application.account.Authenticate;
import dev.codeport.application.account.KeepSessions;
import dev.codeport.application.account.ManageAccounts;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.application.catalog.LiveStock;
import dev.codeport.application.catalog.Pool;
import dev.codeport.application.catalog.ReadSuccess;
import dev.codeport.application.catalog.RefreshStock;
import dev.codeport.application.catalog.ReportCatalog;
import dev.codeport.application.catalog.TierDirectory;
import dev.codeport.application.live.AwaitOrder;
import dev.codeport.application.live.NoDoorbell;
import dev.codeport.application.live.ReadEvents;
import dev.codeport.application.live.RingingStorage;
import dev.codeport.application.live.Waiters;
import dev.codeport.application.observe.Observer;
import dev.codeport.application.operator.ActAsOperator;
import dev.codeport.application.operator.ReadActs;
import dev.codeport.application.order.CancelOrder;
import dev.codeport.application.order.ClaimRequest;
import dev.codeport.application.order.ExpireOrders;
import dev.codeport.application.order.FinishOrder;
import dev.codeport.application.order.OrderParts;
import dev.codeport.application.order.PlaceOrder;
import dev.codeport.application.order.PollLeases;
import dev.codeport.application.order.PursueOrders;
import dev.codeport.application.order.QueueCancel;
import dev.codeport.application.order.ReactivateOrder;
import dev.codeport.application.order.ReadOrders;
import dev.codeport.application.order.ReceivePush;
import dev.codeport.application.order.ReplaceOrder;
import dev.codeport.application.order.RequestAnotherCode;
import dev.codeport.application.order.SettleOrders;
import dev.codeport.application.pricing.Prices;
import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.application.retention.CleanUp;
import dev.codeport.application.routing.Routing;
import dev.codeport.application.vendor.ReadVendors;
import dev.codeport.application.vendor.ReconcileVendor;
import dev.codeport.application.vendor.ReconcileVendors;
import dev.codeport.application.vendor.WatchSenders;
import dev.codeport.application.vendor.WatchVendors;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.InternationalForm;
import dev.codeport.application.verification.ListDesk;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.application.verification.NothingCounted;
import dev.codeport.application.verification.PassCodes;
import dev.codeport.application.verification.ReadSends;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.Senders;
import dev.codeport.application.verification.SettleVerifications;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.application.verification.TakeReceipts;
import dev.codeport.application.verification.VerificationParts;
import dev.codeport.application.verification.VerificationSettings;
import dev.codeport.application.wallet.FundAccount;
import dev.codeport.application.wallet.ReadWallet;
import dev.codeport.application.webhook.ConfigureWebhook;
import dev.codeport.application.webhook.DeliverWebhooks;
import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.application.webhook.ReadDeliveries;
import dev.codeport.application.webhook.RedeliverWebhook;
import dev.codeport.application.webhook.TestEndpoint;
import dev.codeport.application.webhook.TestWebhook;
import dev.codeport.application.worker.ReadWork;
import dev.codeport.application.worker.Worker;
import dev.codeport.application.worker.Workers;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.code.CodeExtractor;
import dev.codeport.domain.event.Doorbell;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.RateLimiter;
import dev.codeport.domain.limit.SlidingWindow;
import dev.codeport.domain.phone.NumberPlan;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.LocalCodes;
import dev.codeport.domain.verification.Sender;
import dev.codeport.domain.webhook.WebhookBodies;
import dev.codeport.domain.webhook.WebhookTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Puts Codeport together from its ports.
 *
 * <p>Storage, stock cache, rate limiter and keyring must be given; the rest has defaults: no
 * vendors, no webhooks, the system's clock, a strong random source, the standard settings.
 */
public final class CodeportBuilder {
  private final Storage given;
  private List<NumberProvider> providers = List.of();
  private @Nullable StockCache stockCache;
  private @Nullable RateLimiter rateLimiter;
  private @Nullable Keyring keyring;
  private WebhookTransport webhookTransport = new NoWebhooks();
  private @Nullable WebhookBodies webhookBodies;
  private Atlas atlas = Atlas.standard();
  private CodeportSettings settings = CodeportSettings.standard();
  private InstantSource clock = InstantSource.system();
  private RandomGenerator random = new SecureRandom();
  private String node = "single";
  private Observer observer = Observer.NONE;
  private Doorbell doorbell = new NoDoorbell();
  private List<Sender> senders = List.of();
  private NumberPlan numberPlan = new InternationalForm();
  private @Nullable SlidingWindow slidingWindow;
  private VerificationSettings verification = VerificationSettings.standard();

  private CodeportBuilder(Storage storage) {
    this.given = storage;
  }

  public static CodeportBuilder over(Storage storage) {
    return new CodeportBuilder(storage);
  }

  public CodeportBuilder providers(List<NumberProvider> these) {
    providers = List.copyOf(these);
    return this;
  }

  public CodeportBuilder stockCache(StockCache cache) {
    stockCache = cache;
    return this;
  }

  public CodeportBuilder rateLimiter(RateLimiter limiter) {
    rateLimiter = limiter;
    return this;
  }

  /**
   * @param these who bring codes to phones, in the order in which they are asked
   */
  public CodeportBuilder senders(List<Sender> these) {
    senders = List.copyOf(these);
    return this;
  }

  /**
   * @param plan what is known of numbers; without one they are taken in strict E.164 only, and none
   *     has a region to which a code could be sent
   */
  public CodeportBuilder numberPlan(NumberPlan plan) {
    numberPlan = plan;
    return this;
  }

  /**
   * @param window counts codes sent to each phone; must be given with senders
   */
  public CodeportBuilder slidingWindow(SlidingWindow window) {
    slidingWindow = window;
    return this;
  }

  public CodeportBuilder verification(VerificationSettings these) {
    verification = these;
    return this;
  }

  public CodeportBuilder keyring(Keyring keys) {
    keyring = keys;
    return this;
  }

  /** Has events sent to the endpoints of their accounts. */
  public CodeportBuilder webhooks(WebhookTransport transport, WebhookBodies bodies) {
    webhookTransport = transport;
    webhookBodies = bodies;
    return this;
  }

  public CodeportBuilder atlas(Atlas catalogue) {
    atlas = catalogue;
    return this;
  }

  public CodeportBuilder settings(CodeportSettings these) {
    settings = these;
    return this;
  }

  public CodeportBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /**
   * @param source cryptographically strong: API keys come from it
   */
  public CodeportBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * @param name another one on every node
   */
  public CodeportBuilder node(String name) {
    node = name;
    return this;
  }

  public CodeportBuilder observer(Observer watching) {
    observer = watching;
    return this;
  }

  /**
   * @param bell wakes those who wait; without one they look for news once a second
   */
  public CodeportBuilder doorbell(Doorbell bell) {
    doorbell = bell;
    return this;
  }

  /**
   * @throws NullPointerException naming what must be given and was not
   */
  public Codeport build() {
    var cache = Objects.requireNonNull(stockCache, "stockCache");
    var limiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
    var keys = Objects.requireNonNull(keyring, "keyring");
    var storage = new RingingStorage(given, doorbell);
    var pool = new Pool(providers);
    var tiers = new TierDirectory(storage.tiers());
    var accounts = new AccountDirectory(storage.accounts());
    var stock = new LiveStock(pool, cache, settings.stockAge());
    var prices = new Prices(storage, settings.ledger(), pool.currencies(), settings.rateAge());
    var routing = new Routing(pool, storage.orders(), settings.routing(), random);
    var parts =
        new OrderParts(
            storage,
            pool,
            atlas,
            stock,
            tiers,
            routing,
            prices,
            accounts,
            settings.rules(),
            settings.guard(),
            CodeExtractor.standard(),
            settings.dailyCancels(),
            settings.placeDeadline(),
            settings.settleAfter(),
            node,
            clock,
            random,
            observer);
    var sending = verificationParts(storage, limiter, keys);
    var cancelOrder = CancelOrder.over(parts);
    var placeOrder = PlaceOrder.over(parts);
    var readOrders = ReadOrders.over(parts);
    var reconciling = ReconcileVendor.over(pool, storage.orders(), routing.balances(), clock);
    var waiters = Waiters.over(storage.outbox(), doorbell);
    var bodies = webhookBodies == null ? new NoWebhooks() : webhookBodies;
    var tests = Limit.of(settings.webhookTestsPerMinute()).per(Duration.ofMinutes(1));
    var managing = ManageAccounts.over(storage, accounts, keys, clock, random);
    var funds = FundAccount.over(storage, settings.ledger(), clock);
    var pricing = SetPrices.over(storage, prices, clock);
    var lists = ManageFraudLists.over(sending);
    var workers =
        Workers.of(
            workers(parts, sending, pool, stock, tiers, reconciling, waiters), clock, observer);
    return new WholeCodeport(
        BrowseCatalog.over(atlas, pool, cache, tiers, prices, clock),
        ReadSuccess.over(storage.orders(), clock),
        placeOrder,
        readOrders,
        cancelOrder,
        QueueCancel.over(parts),
        FinishOrder.over(parts),
        RequestAnotherCode.over(parts),
        ReactivateOrder.over(parts),
        ReplaceOrder.over(storage, cancelOrder, placeOrder),
        ClaimRequest.over(storage, clock),
        ReadEvents.over(storage.outbox()),
        waiters,
        AwaitOrder.over(readOrders, waiters),
        ReadWallet.over(storage, settings.ledger(), clock),
        funds,
        Authenticate.over(storage, accounts, keys, clock, random),
        managing,
        KeepSessions.over(storage, accounts, keys, clock, random),
        ReadExchangeRate.over(storage, prices, clock),
        pricing,
        ReadVendors.over(pool, storage.orders(), cache, routing.balances(), clock),
        reconciling,
        ReportCatalog.over(atlas, pool),
        ReceivePush.over(parts),
        ConfigureWebhook.over(storage.webhooks(), webhookTransport, limiter, tests, random),
        TestWebhook.over(storage.webhooks(), webhookTransport, limiter, tests, random),
        ManageEndpoints.over(storage.webhooks(), webhookTransport, clock, random),
        TestEndpoint.over(
            storage.webhooks(), webhookTransport, bodies, limiter, tests, clock, random),
        ReadDeliveries.over(storage.webhooks()),
        RedeliverWebhook.over(storage.webhooks(), clock),
        StartVerification.over(sending),
        ResendVerification.over(sending),
        CheckVerification.over(sending),
        CancelVerification.over(sending),
        PassCodes.over(sending),
        ReadVerifications.over(sending),
        ReadSends.over(storage.verifications(), verification.prices()),
        TakeReceipts.over(sending),
        lists,
        ActAsOperator.over(storage, managing, funds, pricing, lists, clock),
        ReadActs.over(storage),
        ReadWork.over(workers, storage.queues(), clock),
        workers);
  }

  private VerificationParts verificationParts(Storage storage, RateLimiter limiter, Keyring keys) {
    return new VerificationParts(
        storage.verifications(),
        storage.idempotencyKeys(),
        new ListDesk(storage.fraudLists()),
        numberPlan,
        new Senders(senders),
        new LocalCodes(keys, random),
        verification.wording(),
        verification.rules(),
        verification.fraud(),
        senders.isEmpty()
            ? new NothingCounted()
            : Objects.requireNonNull(slidingWindow, "slidingWindow"),
        limiter,
        verification.tests(),
        keys,
        clock,
        random,
        observer);
  }

  private List<Worker> workers(
      OrderParts parts,
      VerificationParts sending,
      Pool pool,
      LiveStock stock,
      TierDirectory tiers,
      ReconcileVendor reconciling,
      Waiters waiters) {
    var workers =
        new ArrayList<Worker>(
            List.of(
                new RefreshStock(pool, stock, tiers, settings.stockRefresh()),
                new PollLeases(parts, settings.pollEvery()),
                new ExpireOrders(parts),
                new SettleOrders(parts),
                new CleanUp(parts.storage(), settings.retention(), node),
                new PursueOrders(parts),
                new SettleVerifications(sending),
                new WatchVendors(pool, parts.routing(), observer),
                new WatchSenders(sending.senders(), observer),
                new ReconcileVendors(reconciling, pool, parts.storage().turns(), node, observer),
                waiters));
    if (webhookBodies != null) {
      workers.add(deliverWebhooks(parts.storage(), webhookBodies));
    }
    return workers;
  }

  private DeliverWebhooks deliverWebhooks(Storage storage, WebhookBodies bodies) {
    var worker =
        new DeliverWebhooks(
            storage, webhookTransport, bodies, settings.rules(), clock, random, observer);
    doorbell.listen(worker::hear);
    return worker;
  }
}
