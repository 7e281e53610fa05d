package dev.codeport.provider.smscode;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.provider.kit.CircuitSettings;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import dev.codeport.provider.kit.UpstreamLimits;
import dev.codeport.provider.smscode.Books.Operator;
import dev.codeport.provider.smscode.Books.Rack;
import dev.codeport.provider.smscode.Books.Stock;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import dev.codeport.provider.smscode.FakeSmsCode.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The adapter before a fake that says what one wants, and has told it its catalogue. */
final class Bench implements AutoCloseable {
  static final Rack TELKO = new Rack(1024, 688, 7, 3, Optional.of(new Operator(42, "Telko")));
  static final Rack ANY = new Rack(1025, 688, 7, 3, Optional.empty());
  static final Rack ELSEWHERE = new Rack(1026, 900, 12, 4, Optional.empty());
  private static final OkHttpClient CLIENT = Upstream.client(64);

  final MovableClock clock = new MovableClock();
  final FakeSmsCode vendor = FakeSmsCode.start(clock);
  final SmsCodeProvider provider;

  Bench() {
    this(UpstreamLimits.STANDARD);
  }

  private Bench(UpstreamLimits limits) {
    provider = provider(SmsCodeSettings.of(vendor.base(), vendor.token()).withLimits(limits));
    vendor.books().stock(TELKO, new Stock(7500, 40));
    vendor.books().stock(ELSEWHERE, new Stock(9000, 100));
    given(provider.offers());
    CLIENT.connectionPool().evictAll(); // so that one which is gone was surely not reached
  }

  /** One whose patience with this vendor does not end. */
  static Bench tireless() {
    var never = new CircuitSettings(1_000_000, Duration.ofMillis(1));
    return new Bench(UpstreamLimits.STANDARD.withCircuit(never));
  }

  SmsCodeProvider provider(SmsCodeSettings settings) {
    return new SmsCodeProvider(
        new ProviderId("vendor"), settings, new Surroundings(Atlas.standard(), clock, CLIENT));
  }

  Bench saying(Trouble trouble) {
    vendor.plan(trouble);
    return this;
  }

  static Country country() {
    return Atlas.standard().countryByIso("id").orElseThrow();
  }

  static Platform platform() {
    return Atlas.standard().platformBySlug("whatsapp").orElseThrow();
  }

  LeaseRequest request(String reference, long most) {
    return new LeaseRequest(
        reference, country(), platform(), Optional.empty(), Money.of(most, Currency.IDR));
  }

  LeaseResult lease(String reference) {
    return provider.lease(request(reference, 100_000));
  }

  Lease leased(String reference) {
    if (lease(reference) instanceof LeaseResult.Leased leased) {
      return leased.lease();
    }
    throw new AssertionError("no number");
  }

  static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T> given -> given.value();
      case Answer.Missing<T> missing -> throw new AssertionError("no answer: " + missing.detail());
    };
  }

  static LeaseRef lease(int id) {
    return new LeaseRef(new ProviderId("vendor"), Integer.toString(id));
  }

  /** How order 7 stands when the vendor shows it with these fields. */
  static LeaseNews news(String fields) {
    try (var bench = new Bench()) {
      bench.saying(new Says(200, "{\"success\":true,\"data\":{\"id\":7," + fields + "}}"));
      return Optional.ofNullable(all(bench).get(lease(7))).orElseThrow();
    }
  }

  private static Map<LeaseRef, LeaseNews> all(Bench bench) {
    return given(bench.provider.poll(List.of(lease(7))));
  }

  @Override
  public void close() {
    vendor.close();
  }
}
