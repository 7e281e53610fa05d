package dev.codeport.application.order;

import com.google.common.collect.Sets;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.domain.pool.UpstreamSms;
import dev.codeport.domain.pool.VendorCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A vendor in this process that keeps its own books and fails by plan. Whether a call fails depends
 * on the seed and on how often the same thing was asked, never on which thread was first.
 */
final class FakeVendor implements NumberProvider {
  enum Fault {
    NO_NUMBERS,
    REFUSED,
    UNAVAILABLE,
    /** The number is given and billed, the answer gets lost. */
    LEASE_LOST,
    /** The request gets lost: nothing is given. */
    REQUEST_LOST,
    CANCEL_LOST,
    CANCEL_REFUSED,
    POLL_FAILS
  }

  static final Duration LIFETIME = Duration.ofMinutes(20);
  static final Duration CANCEL_AGE = Duration.ofMinutes(2);

  /** One line of the books. */
  static final class Activation {
    final String id;
    final LeaseRequest request;
    final Instant startedAt;
    final List<String> texts = new ArrayList<>();
    boolean canceled;
    boolean finished;

    Activation(String id, LeaseRequest request, Instant startedAt) {
      this.id = id;
      this.request = request;
      this.startedAt = startedAt;
    }

    boolean isOpen(Instant now) {
      return !canceled && !finished && now.isBefore(startedAt.plus(LIFETIME));
    }

    /** Billed: neither canceled nor run out without an SMS. */
    boolean isBilled(Instant now) {
      return !canceled && (!texts.isEmpty() || isOpen(now));
    }
  }

  private final ProviderId id;
  private Money cost;
  private Money deposit = Money.of(100, Currency.USD);
  private final long seed;
  private final InstantSource clock;
  private Set<Power> powers;
  private final Map<String, Activation> books = new LinkedHashMap<>();
  private final Map<String, Integer> asked = new LinkedHashMap<>();
  private final Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
  private Predicate<Fault> plan = fault -> false;
  private Runnable meanwhile = () -> {};
  private int percent;
  private boolean empty;
  private Runnable beforeAnswering = () -> {};
  private Duration cancelAge = CANCEL_AGE;
  private boolean forgets;
  private boolean hides;
  private volatile Answer<VendorCatalog> catalog =
      new Answer.Given<>(new VendorCatalog(List.of(), List.of()));
  private Optional<ProviderHealth> health = Optional.empty();

  FakeVendor(String name, String cost, long seed, InstantSource clock) {
    this(name, cost, seed, clock, EnumSet.allOf(Power.class));
  }

  FakeVendor(String name, String cost, long seed, InstantSource clock, Set<Power> powers) {
    this.id = new ProviderId(name);
    this.cost = Money.of(cost, Currency.USD);
    this.seed = seed;
    this.clock = clock;
    this.powers = powers;
  }

  /** From now on every kind of call fails so often. */
  synchronized void failing(int percentOfCalls) {
    percent = percentOfCalls;
  }

  /** From now on exactly these fail. */
  synchronized void failingWith(Fault... faults) {
    var these = Set.of(faults);
    plan = these::contains;
  }

  /** It takes numbers back that much later than it says when it gives them. */
  synchronized void agingCancels(Duration by) {
    cancelAge = CANCEL_AGE.plus(by);
  }

  /** Of numbers that have ended, its list does not say what they were for. */
  synchronized void forgetting() {
    forgets = true;
  }

  /** Its list shows what runs and nothing else. */
  synchronized void withoutHistory() {
    powers = Sets.difference(powers, Set.of(Power.HISTORY)).immutableCopy();
  }

  /** The next list lacks everything. */
  synchronized void hidingOnce() {
    hides = true;
  }

  /** What happens while it is being asked for a number. */
  synchronized void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  /** From now on a number costs so much, and who allows less gets none. */
  synchronized void costing(String dollars) {
    cost = Money.of(dollars, Currency.USD);
  }

  /** Money comes into our account there, or goes without a number. */
  synchronized void depositing(String dollars) {
    deposit = deposit.plus(Money.of(dollars, Currency.USD));
  }

  /** It says that it has no numbers at all. */
  synchronized void emptying(boolean nothingLeft) {
    empty = nothingLeft;
  }

  /** Something that happens while its next answer to a poll is on the way. */
  void whileAnswering(Runnable what) {
    beforeAnswering = what;
  }

  /** So it says that it fares. */
  synchronized void faring(ProviderHealth so) {
    health = Optional.of(so);
  }

  /** Its own lists, as it tells them. */
  void listing(Answer<VendorCatalog> own) {
    catalog = own;
  }

  synchronized void heal() {
    health = Optional.empty();
    percent = 0;
    plan = fault -> false;
  }

  /** It does not know any more what it gave. */
  synchronized void forget() {
    books.clear();
  }

  synchronized List<Activation> books() {
    return List.copyOf(books.values());
  }

  synchronized Map<Fault, Integer> seen() {
    return Map.copyOf(seen);
  }

  /** An SMS arrives, if the number is still kept; answers whether it is. */
  synchronized boolean deliver(LeaseRef lease, String text) {
    var activation = books.get(lease.id());
    if (activation == null || !activation.isOpen(clock.instant())) {
      return false;
    }
    activation.texts.add(text);
    return true;
  }

  @Override
  public synchronized ProviderProfile profile() {
    return new ProviderProfile(id, "fake", Currency.USD, CANCEL_AGE, LIFETIME, powers);
  }

  @Override
  public synchronized ProviderHealth health() {
    return health.orElseGet(() -> ProviderHealth.fine(clock.instant()));
  }

  @Override
  public Answer<VendorCatalog> catalog() {
    return catalog;
  }

  @Override
  public Answer<List<Offer>> offers() {
    return offers(new CountryId(88), new PlatformId(1));
  }

  @Override
  public synchronized Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    var key = new TierKey(id, country, platform, Optional.empty());
    return new Answer.Given<>(List.of(new Offer(key, cost, empty ? 0 : 100)));
  }

  @Override
  public synchronized LeaseResult lease(LeaseRequest request) {
    meanwhile.run();
    var what = "lease" + request.reference();
    if (cost.isMoreThan(request.maxCost())) {
      return new LeaseResult.Refused(LeaseResult.Reason.PRICE, "it costs more");
    }
    if (fails(Fault.NO_NUMBERS, what)) {
      return new LeaseResult.NoNumbers();
    }
    if (fails(Fault.REFUSED, what)) {
      return new LeaseResult.Refused(LeaseResult.Reason.OTHER, "refused");
    }
    if (fails(Fault.UNAVAILABLE, what)) {
      return new LeaseResult.Unavailable(Optional.empty(), "away");
    }
    if (fails(Fault.REQUEST_LOST, what)) {
      return new LeaseResult.Unknown("lost on the way there");
    }
    var given = new Activation(id + "-" + (books.size() + 1), request, clock.instant());
    books.put(given.id, given);
    return fails(Fault.LEASE_LOST, what)
        ? new LeaseResult.Unknown("lost on the way back")
        : new LeaseResult.Leased(lease(given));
  }

  @Override
  public Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    var answer = read(leases);
    var first = beforeAnswering;
    beforeAnswering = () -> {};
    first.run();
    return answer;
  }

  private synchronized Answer<Map<LeaseRef, LeaseNews>> read(Collection<LeaseRef> leases) {
    if (fails(Fault.POLL_FAILS, "poll" + clock.instant())) {
      return new Answer.Missing<>(Optional.empty(), "away");
    }
    var news = new LinkedHashMap<LeaseRef, LeaseNews>();
    for (var lease : leases) {
      news.put(lease, news(books.get(lease.id())));
    }
    return new Answer.Given<>(news);
  }

  private LeaseNews news(@Nullable Activation activation) {
    if (activation == null) {
      return new LeaseNews(LeaseNews.State.UNKNOWN, List.of());
    }
    var messages = new ArrayList<UpstreamSms>();
    for (int i = 0; i < activation.texts.size(); i++) {
      messages.add(
          new UpstreamSms(
              activation.id + "/" + i,
              activation.texts.get(i),
              Optional.empty(),
              Optional.empty()));
    }
    return new LeaseNews(state(activation), messages);
  }

  private LeaseNews.State state(Activation activation) {
    var now = clock.instant();
    if (activation.isOpen(now)) {
      return LeaseNews.State.OPEN;
    }
    return activation.isBilled(now) ? LeaseNews.State.FINISHED : LeaseNews.State.CANCELED;
  }

  /** Takes whatever carries its own name as secret for its own: the lease's id. */
  @Override
  public PushResult readPush(Push push) {
    if (!push.secret().equals(id.value())) {
      return new PushResult.Forbidden();
    }
    return push.body().isBlank()
        ? new PushResult.Garbage("nothing")
        : new PushResult.News(new LeaseRef(id, push.body()));
  }

  @Override
  public synchronized StepResult another(LeaseRef lease) {
    var activation = books.get(lease.id());
    return activation != null && activation.isOpen(clock.instant())
        ? new StepResult.Done()
        : new StepResult.Refused("not open");
  }

  @Override
  public synchronized StepResult finish(LeaseRef lease) {
    var activation = books.get(lease.id());
    if (activation == null) {
      return new StepResult.Refused("unknown");
    }
    activation.finished = true;
    return new StepResult.Done();
  }

  @Override
  public synchronized CancelResult cancel(LeaseRef lease) {
    var activation = books.get(lease.id());
    if (activation == null) {
      return new CancelResult.Refused("unknown");
    }
    if (fails(Fault.CANCEL_REFUSED, "cancel" + lease.id())) {
      return new CancelResult.Refused("not today");
    }
    var now = clock.instant();
    if (!activation.texts.isEmpty()) {
      return new CancelResult.HasSms();
    }
    if (activation.canceled || !activation.isOpen(now)) {
      return new CancelResult.Canceled();
    }
    var cancelable = activation.startedAt.plus(cancelAge);
    if (now.isBefore(cancelable)) {
      return new CancelResult.TooEarly(Optional.of(Duration.between(now, cancelable)));
    }
    activation.canceled = true;
    return fails(Fault.CANCEL_LOST, "cancel" + lease.id())
        ? new CancelResult.Unknown("lost on the way back")
        : new CancelResult.Canceled();
  }

  @Override
  public synchronized QuoteResult quote(LeaseRef lease) {
    var activation = books.get(lease.id());
    return activation != null && !activation.texts.isEmpty()
        ? new QuoteResult.Quoted(cost)
        : new QuoteResult.NotPossible("never had an SMS");
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    return lease(request);
  }

  @Override
  public synchronized Answer<List<Holding>> holdings(Instant since) {
    if (hides) {
      hides = false;
      return new Answer.Given<>(List.of());
    }
    return new Answer.Given<>(
        books.values().stream()
            .filter(activation -> !activation.startedAt.isBefore(since))
            .filter(each -> powers.contains(Power.HISTORY) || each.isOpen(clock.instant()))
            .map(this::holding)
            .toList());
  }

  private Holding holding(Activation activation) {
    boolean told = !forgets || activation.isOpen(clock.instant());
    return new Holding(
        lease(activation),
        Optional.empty(),
        Optional.of(activation.request.country().id()).filter(country -> told),
        Optional.of(activation.request.platform().id()).filter(platform -> told),
        activation.startedAt,
        state(activation));
  }

  @Override
  public synchronized Answer<Money> balance() {
    var now = clock.instant();
    var taken =
        books.values().stream()
            .filter(activation -> activation.isBilled(now))
            .map(activation -> cost)
            .reduce(Money.zero(Currency.USD), Money::plus);
    return new Answer.Given<>(deposit.minus(taken));
  }

  private Lease lease(Activation activation) {
    var number = Integer.parseInt(activation.id.substring(activation.id.lastIndexOf('-') + 1));
    return new Lease(
        new LeaseRef(id, activation.id),
        new PhoneNumber("+1202555" + (1_000_000 + number)),
        cost,
        activation.startedAt.plus(LIFETIME),
        activation.startedAt.plus(CANCEL_AGE),
        powers.contains(Power.ANOTHER_CODE),
        powers.contains(Power.REACTIVATE),
        Optional.empty());
  }

  private boolean fails(Fault fault, String what) {
    var times = asked.merge(fault + what, 1, Integer::sum);
    var dice = new Random((seed + ":" + fault + ":" + what + ":" + times).hashCode()).nextInt(100);
    var fails = plan.test(fault) || dice < percent;
    if (fails) {
      seen.merge(fault, 1, Integer::sum);
    }
    return fails;
  }
}
