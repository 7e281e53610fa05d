package dev.codeport.provider.handlerapi;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Holding;
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
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.provider.kit.Surroundings;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A vendor that speaks {@code handler_api.php}. */
public final class HandlerApiProvider implements NumberProvider {
  private final Vendor vendor;
  private final ProviderProfile profile;
  private final PriceLists prices;
  private final Purchases purchases;
  private final Lists lists;
  private final Polls polls;
  private final Steps steps;
  private final Vocabulary vocabulary;
  private final Pushes pushes;

  /**
   * @throws IllegalArgumentException when a country of the settings does not exist
   */
  public HandlerApiProvider(ProviderId id, HandlerApiSettings settings, Surroundings around) {
    var dialect = settings.dialect();
    this.vendor =
        new Vendor(
            id,
            dialect,
            settings.suppliers(),
            new HandlerApiClient(settings, around.client(), around.clock()),
            CodeTable.load(dialect.countries(), dialect.services()),
            around.atlas(),
            around.clock());
    this.prices = new PriceLists(vendor, settings.operatorCountries());
    this.purchases = new Purchases(vendor);
    this.lists = new Lists(vendor);
    this.polls = new Polls(vendor, lists);
    this.steps = new Steps(vendor, polls);
    this.vocabulary = new Vocabulary(vendor);
    this.pushes = new Pushes(vendor, settings.pushes());
    this.profile = profile(id, dialect);
  }

  private ProviderProfile profile(ProviderId id, HandlerApiDialect dialect) {
    var powers = EnumSet.of(Power.ANOTHER_CODE);
    if (prices.hasOperators()) {
      powers.add(Power.OPERATORS);
    }
    if (dialect.reactivates()) {
      powers.add(Power.REACTIVATE);
    }
    if (dialect.list()) {
      powers.add(Power.HOLDINGS);
    }
    if (dialect.list() && dialect.history()) {
      powers.add(Power.HISTORY);
    }
    return new ProviderProfile(
        id,
        HandlerApiFactory.DIALECT,
        dialect.currency(),
        dialect.minimumCancelAge(),
        dialect.lifetime(),
        powers);
  }

  @Override
  public ProviderProfile profile() {
    return profile;
  }

  @Override
  public ProviderHealth health() {
    return vendor.client().health();
  }

  @Override
  public Answer<VendorCatalog> catalog() {
    return vocabulary.read();
  }

  @Override
  public Answer<List<Offer>> offers() {
    return prices.all();
  }

  @Override
  public Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    return prices.of(country, platform);
  }

  @Override
  public LeaseResult lease(LeaseRequest request) {
    return request.operator().isPresent() && !profile.can(Power.OPERATORS)
        ? new LeaseResult.Refused(LeaseResult.Reason.UNSUPPORTED, "no choice of operators")
        : purchases.lease(request);
  }

  @Override
  public Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    return polls.poll(leases);
  }

  @Override
  public PushResult readPush(Push push) {
    return pushes.read(push);
  }

  @Override
  public StepResult another(LeaseRef lease) {
    return steps.another(lease);
  }

  @Override
  public StepResult finish(LeaseRef lease) {
    return steps.finish(lease);
  }

  @Override
  public CancelResult cancel(LeaseRef lease) {
    return steps.cancel(lease);
  }

  @Override
  public QuoteResult quote(LeaseRef lease) {
    return profile.can(Power.REACTIVATE)
        ? purchases.quote(lease)
        : new QuoteResult.NotPossible("numbers cannot be had again");
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    return profile.can(Power.REACTIVATE)
        ? purchases.again(lease, request)
        : new LeaseResult.Refused(LeaseResult.Reason.UNSUPPORTED, "numbers cannot be had again");
  }

  @Override
  public Answer<List<Holding>> holdings(Instant since) {
    return profile.can(Power.HOLDINGS)
        ? lists.holdings(since)
        : new Answer.Missing<>(Optional.empty(), "it keeps no list");
  }

  @Override
  public Answer<Money> balance() {
    return switch (vendor.client().ask(vendor.client().deadline(), "getBalance", Map.of())) {
      case Said.Token token when token.is("ACCESS_BALANCE") ->
          Fields.amount(token.argument())
              .flatMap(vendor::money)
              .<Answer<Money>>map(Answer.Given::new)
              .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "a balance that is none"));
      case Said.Token token -> new Answer.Missing<>(token.retryAfter(), token.name());
      case Said.Document document ->
          Fields.amount(document.json(), "balance")
              .flatMap(vendor::money)
              .<Answer<Money>>map(Answer.Given::new)
              .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "no balance in it"));
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  @Override
  public String toString() {
    return "HandlerApiProvider[" + profile.id() + "]";
  }
}
