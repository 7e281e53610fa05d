package dev.codeport.provider.handlerapi;

import dev.codeport.contract.NumberProviderStage;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.sandbox.Books;
import dev.codeport.provider.sandbox.ErrorStyle;
import dev.codeport.provider.sandbox.Fault;
import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import dev.codeport.provider.sandbox.SandboxSettings;
import dev.codeport.provider.sandbox.SandboxVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;

/** The adapter before a sandbox vendor. */
abstract class SandboxStage implements NumberProviderStage {
  private static final OkHttpClient CLIENT = Upstream.client(64);

  final MovableClock clock = new MovableClock();
  final SandboxVendor vendor;
  private final NumberProvider provider;

  SandboxStage(HandlerApiDialect dialect, ErrorStyle errors, Set<String> operatorsIn) {
    var settings =
        SandboxSettings.swift().withErrors(errors).withSilent(Set.of("whatsapp")).withPort(0);
    this.vendor =
        SandboxVendor.start(
            settings, clock, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    this.provider =
        new HandlerApiProvider(
            new ProviderId("vendor"),
            HandlerApiSettings.of(vendor.baseUri(), vendor.apiKey(), dialect)
                .withOperatorsIn(operatorsIn),
            new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  @AfterEach
  void the_vendor_closes_with_its_books_balanced_and_its_faults_seen() {
    vendor.close();
    Assertions.assertTrue(vendor.books().balanced());
    Assertions.assertEquals(List.of(), vendor.pending());
  }

  @Override
  public NumberProvider provider() {
    return provider;
  }

  @Override
  public Country country() {
    return Atlas.standard().countryByIso("id").orElseThrow();
  }

  @Override
  public Platform platform() {
    return Atlas.standard().platformBySlug("whatsapp").orElseThrow();
  }

  @Override
  public Platform unsold() {
    return new Platform(new PlatformId(3_999_999), "nowhere", "Nowhere", List.of());
  }

  @Override
  public Optional<String> operator() {
    return Optional.of("telkomsel");
  }

  @Override
  public void stock(int count) {
    vendor.restock("id", "whatsapp", count);
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return vendor.deliver(phone, text);
  }

  @Override
  public void refuseNext(LeaseResult.Reason reason) {
    vendor.plan(
        Fault.refusing(
            switch (reason) {
              case PRICE -> "WRONG_MAX_PRICE";
              case BALANCE -> "NO_BALANCE";
              case ACCOUNT -> "BANNED";
              case UNSUPPORTED -> "BAD_SERVICE";
              case OTHER -> "BAD_ACTION";
            }));
  }

  @Override
  public void turnAwayNext() {
    vendor.plan(Fault.refusing("RATE_LIMIT").on(Place.ANY));
  }

  @Override
  public void loseNextAnswer() {
    vendor.plan(Fault.of(Kind.LOST_ANSWER).on(Place.ANY));
  }

  @Override
  public void garbleNextAnswer() {
    vendor.plan(Fault.of(Kind.GARBLED).on(Place.ANY));
  }

  @Override
  public void fallSilent() {
    vendor.close();
  }

  @Override
  public void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Money farBalance() {
    return vendor.books().balance();
  }

  @Override
  public List<FarLease> farLeases() {
    return vendor.books().activations().stream().map(SandboxStage::far).toList();
  }

  private static FarLease far(Books.Entry entry) {
    return new FarLease(entry.id(), entry.state().isOpen(), entry.refunded());
  }
}
