package dev.codeport.provider.fivesim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.fivesim.Books.Rack;
import dev.codeport.provider.fivesim.Books.Stock;
import dev.codeport.provider.fivesim.FakeFiveSim.Garbled;
import dev.codeport.provider.fivesim.FakeFiveSim.Lost;
import dev.codeport.provider.fivesim.FakeFiveSim.Refuses;
import dev.codeport.provider.fivesim.FakeFiveSim.Says;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter before the fake, under the contract of all vendors. */
final class FiveSimTest implements NumberProviderContract {
  private static final OkHttpClient CLIENT = Upstream.client(64);
  private static final Rack CHEAP = new Rack("indonesia", "telkomsel", "whatsapp");

  private final MovableClock clock = new MovableClock();
  private final FakeFiveSim vendor = FakeFiveSim.start(clock);
  private final NumberProvider provider =
      new FiveSimProvider(
          new ProviderId("vendor"),
          FiveSimSettings.of(vendor.base(), vendor.token()),
          new Surroundings(Atlas.standard(), clock, CLIENT));

  FiveSimTest() {
    stock(40);
    vendor.books().stock(new Rack("indonesia", "virtual53", "telegram"), rubles("9.5", 100));
    vendor.books().stock(new Rack("england", "virtual4", "whatsapp"), rubles("21", 0));
  }

  @AfterEach
  void the_vendor_closes_with_its_faults_seen() {
    vendor.close();
    assertEquals(0, vendor.pending());
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
    vendor.books().stock(CHEAP, rubles("12.25", count));
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return vendor.books().deliver(phone.e164(), text);
  }

  @Override
  public void refuseNext(Reason reason) {
    vendor.plan(
        switch (reason) {
          case BALANCE -> new Refuses(400, "not enough user balance");
          case ACCOUNT -> new Refuses(400, "not enough rating");
          case UNSUPPORTED -> new Refuses(400, "bad product");
          case PRICE, OTHER -> new Refuses(400, "select product");
        });
  }

  @Override
  public void turnAwayNext() {
    vendor.plan(new Says(429, "too many requests"));
  }

  @Override
  public void loseNextAnswer() {
    vendor.plan(new Lost());
  }

  @Override
  public void garbleNextAnswer() {
    vendor.plan(new Garbled("<html><body>Just a moment...</body></html>"));
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
    return Money.of(vendor.books().balance(), Currency.RUB);
  }

  @Override
  public List<FarLease> farLeases() {
    return vendor.books().orders().stream()
        .map(each -> new FarLease(Long.toString(each.id), each.isOpen(), each.isRefunded()))
        .toList();
  }

  /** It has no word for a price that is too low: there are no free phones then. */
  @Override
  @Test
  public void every_reason_to_refuse_is_told_apart() {
    var before = farBalance();
    for (var reason : List.of(Reason.BALANCE, Reason.ACCOUNT, Reason.UNSUPPORTED)) {
      refuseNext(reason);

      var refused = assertInstanceOf(Refused.class, provider().lease(request("ref")));

      assertEquals(reason, refused.reason());
      advance(Duration.ofHours(2));
    }
    assertEquals(before, farBalance());
  }

  static Stock rubles(String cost, int count) {
    return new Stock(new BigDecimal(cost), count);
  }
}
