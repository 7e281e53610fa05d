package dev.codeport.provider.fivesim;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vendor that speaks 5sim's REST API. Having a number again is not offered: what it costs cannot
 * be learnt before.
 */
public final class FiveSimProvider implements NumberProvider {
  private final Vendor vendor;
  private final Atlas atlas;
  private final ProviderProfile profile;
  private final Prices prices;
  private final Orders orders;
  private final Polls polls;
  private final Steps steps;
  private final Purchases purchases;

  public FiveSimProvider(ProviderId id, FiveSimSettings settings, Surroundings around) {
    this.vendor = Vendor.of(id, settings, around);
    this.atlas = around.atlas();
    this.prices = new Prices(vendor);
    this.orders = new Orders(vendor);
    this.polls = new Polls(vendor);
    this.steps = new Steps(vendor, polls);
    this.purchases = new Purchases(vendor, orders, steps);
    this.profile =
        new ProviderProfile(
            id,
            FiveSimFactory.DIALECT,
            settings.currency(),
            Duration.ZERO,
            settings.lifetime(),
            Set.of(Power.OPERATORS, Power.ANOTHER_CODE, Power.HOLDINGS, Power.HISTORY));
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
    return new Vocabulary(vendor).read();
  }

  @Override
  public Answer<List<Offer>> offers() {
    return prices.all();
  }

  @Override
  public Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    return prices.of(atlas.country(country), atlas.platform(platform));
  }

  /** What the vendor last said of how often SMS come for these numbers; operators' tiers only. */
  public Optional<DeliveryRate> deliveryRate(TierKey tier) {
    return prices.rate(tier);
  }

  @Override
  public LeaseResult lease(LeaseRequest request) {
    return purchases.lease(request);
  }

  @Override
  public Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    return polls.poll(leases);
  }

  /** It pushes nothing. */
  @Override
  public PushResult readPush(Push push) {
    return new PushResult.Forbidden();
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
    return new QuoteResult.NotPossible("what a number costs again cannot be learnt");
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    return new LeaseResult.Refused(
        LeaseResult.Reason.UNSUPPORTED, "what a number costs again cannot be learnt");
  }

  @Override
  public Answer<List<Holding>> holdings(Instant since) {
    return orders.holdings(since);
  }

  @Override
  public Answer<Money> balance() {
    var client = vendor.client();
    return switch (client.ask(client.deadline(), List.of("profile"), Map.of())) {
      case Said.Document document ->
          FiveSimWire.amount(document.json(), "balance")
              .map(vendor::money)
              .<Answer<Money>>map(Answer.Given::new)
              .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "no balance in it"));
      case Said.Line line -> new Answer.Missing<>(line.retryAfter(), line.text());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  @Override
  public String toString() {
    return "FiveSimProvider[" + profile.id() + "]";
  }
}
