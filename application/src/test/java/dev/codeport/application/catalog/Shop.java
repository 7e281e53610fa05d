package dev.codeport.application.catalog;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
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
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.ProviderProfile;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.domain.pool.QuoteResult;
import dev.codeport.domain.pool.StepResult;
import dev.codeport.domain.pool.VendorCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A vendor of whom one only hears what he has, and who counts how often he was asked. */
final class Shop implements NumberProvider {
  static final CountryId COUNTRY = new CountryId(88);
  static final PlatformId PLATFORM = new PlatformId(1);

  private final ProviderId id;
  private Answer<List<Offer>> answer = new Answer.Given<>(List.of());
  int asked;

  Shop(String name) {
    id = new ProviderId(name);
  }

  TierKey tier(String operator) {
    return new TierKey(
        id, COUNTRY, PLATFORM, Optional.of(operator).filter(code -> !code.isEmpty()));
  }

  Offer offer(String operator, String dollars, int count) {
    return new Offer(tier(operator), Money.of(dollars, Currency.USD), count);
  }

  Shop has(Offer... offers) {
    answer = new Answer.Given<>(List.of(offers));
    return this;
  }

  void isAway(Optional<Duration> retryAfter) {
    answer = new Answer.Missing<>(retryAfter, "away");
  }

  @Override
  public ProviderProfile profile() {
    return new ProviderProfile(
        id, "shop", Currency.USD, Duration.ZERO, Duration.ofMinutes(20), Set.of());
  }

  @Override
  public ProviderHealth health() {
    return ProviderHealth.fine(Instant.EPOCH);
  }

  @Override
  public Answer<VendorCatalog> catalog() {
    return new Answer.Given<>(new VendorCatalog(List.of(), List.of()));
  }

  @Override
  public PushResult readPush(Push push) {
    return new PushResult.Forbidden();
  }

  @Override
  public Answer<List<Offer>> offers() {
    asked++;
    return answer;
  }

  @Override
  public Answer<List<Offer>> offers(CountryId country, PlatformId platform) {
    return offers();
  }

  @Override
  public LeaseResult lease(LeaseRequest request) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public Answer<Map<LeaseRef, LeaseNews>> poll(Collection<LeaseRef> leases) {
    return new Answer.Given<>(Map.of());
  }

  @Override
  public StepResult another(LeaseRef lease) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public StepResult finish(LeaseRef lease) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public CancelResult cancel(LeaseRef lease) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public QuoteResult quote(LeaseRef lease) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public LeaseResult reactivate(LeaseRef lease, LeaseRequest request) {
    throw new AssertionError("nobody buys here");
  }

  @Override
  public Answer<List<Holding>> holdings(Instant since) {
    return new Answer.Given<>(List.of());
  }

  @Override
  public Answer<Money> balance() {
    return new Answer.Given<>(Money.of(100, Currency.USD));
  }
}
