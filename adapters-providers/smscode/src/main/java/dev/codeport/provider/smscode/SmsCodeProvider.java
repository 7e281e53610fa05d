package dev.codeport.provider.smscode;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A vendor that speaks the SMSCode API. */
public final class SmsCodeProvider implements NumberProvider {
  private final Vendor vendor;
  private final ProviderProfile profile;
  private final Prices prices;
  private final Orders orders;
  private final Polls polls;
  private final Steps steps;
  private final Purchases purchases;
  private final Vocabulary vocabulary;
  private final Pushes pushes;

  public SmsCodeProvider(ProviderId id, SmsCodeSettings settings, Surroundings around) {
    this.vendor = Vendor.of(id, settings, around);
    var catalog = new Catalog(vendor);
    this.prices = new Prices(vendor, catalog);
    this.orders = new Orders(vendor, catalog);
    this.polls = new Polls(vendor);
    this.steps = new Steps(vendor, polls);
    this.purchases = new Purchases(vendor, catalog, orders);
    this.vocabulary = new Vocabulary(vendor, catalog);
    this.pushes = new Pushes(vendor, settings.pushes());
    this.profile =
        new ProviderProfile(
            id,
            SmsCodeFactory.DIALECT,
            Vendor.CURRENCY,
            settings.minimumCancelAge(),
            settings.lifetime(),
            Set.of(Power.values()));
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
  public Answer<List<Offer>> offers() {
    return prices.all();
  }

  @Override
  public Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    return prices.of(country, platform);
  }

  @Override
  public LeaseResult lease(LeaseRequest request) {
    return purchases.lease(request);
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
  public Answer<VendorCatalog> catalog() {
    return vocabulary.read();
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
    return purchases.quote(lease);
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    return purchases.reactivate(lease, request);
  }

  @Override
  public Answer<List<Holding>> holdings(Instant since) {
    return orders.holdings(since);
  }

  @Override
  public Answer<Money> balance() {
    var client = vendor.client();
    return switch (client.ask(client.deadline(), "balance")) {
      case Said.Document document ->
          Fields.word(document.data(), "currency")
              .filter(Vendor.CURRENCY.code()::equals)
              .flatMap(currency -> Fields.amount(document.data(), "balance"))
              .map(Vendor::money)
              .<Answer<Money>>map(Answer.Given::new)
              .orElseGet(() -> new Answer.Missing<>(Optional.empty(), "no balance in it"));
      case Said.Fault fault -> new Answer.Missing<>(fault.retryAfter(), fault.code());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  @Override
  public String toString() {
    return "SmsCodeProvider[" + profile.id() + "]";
  }
}
