package dev.codeport.provider.smscode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.contract.NumberProviderContract;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.NumberProvider;
import dev.codeport.provider.smscode.Books.Stock;
import dev.codeport.provider.smscode.FakeSmsCode.Garbled;
import dev.codeport.provider.smscode.FakeSmsCode.Lost;
import dev.codeport.provider.smscode.FakeSmsCode.Refuses;
import dev.codeport.provider.smscode.FakeSmsCode.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter before the fake, under the contract of all vendors. */
final class SmsCodeTest implements NumberProviderContract {
  private final Bench bench = new Bench();

  @AfterEach
  void the_vendor_closes_with_its_faults_seen() {
    bench.close();
    assertEquals(0, bench.vendor.pending());
  }

  @Override
  public NumberProvider provider() {
    return bench.provider;
  }

  @Override
  public Country country() {
    return Bench.country();
  }

  @Override
  public Platform platform() {
    return Bench.platform();
  }

  @Override
  public Platform unsold() {
    return new Platform(new PlatformId(3_999_999), "nowhere", "Nowhere", List.of());
  }

  @Override
  public Optional<String> operator() {
    return Optional.of("telko");
  }

  /** More than a thousand rupiah is needed here. */
  @Override
  public Money plenty() {
    return Money.of(100_000, Currency.IDR);
  }

  @Override
  public void stock(int count) {
    bench.vendor.books().stock(Bench.TELKO, new Stock(7500, count));
  }

  @Override
  public boolean deliver(PhoneNumber phone, String text) {
    return bench.vendor.books().deliver(phone.e164(), text);
  }

  @Override
  public void refuseNext(Reason reason) {
    bench.vendor.plan(
        switch (reason) {
          case BALANCE -> new Refuses(409, "INSUFFICIENT_BALANCE");
          case ACCOUNT -> new Refuses(429, "TEMP_BANNED_ABUSE_GUARD");
          case UNSUPPORTED -> new Refuses(404, "NOT_FOUND");
          case PRICE, OTHER -> new Refuses(422, "VALIDATION_ERROR");
        });
  }

  @Override
  public void turnAwayNext() {
    bench.vendor.plan(new Says(429, Shapes.error("RATE_LIMIT_EXCEEDED", Map.of())));
  }

  @Override
  public void loseNextAnswer() {
    bench.vendor.plan(new Lost());
  }

  @Override
  public void garbleNextAnswer() {
    bench.vendor.plan(new Garbled("<html><body>Just a moment...</body></html>"));
  }

  @Override
  public void fallSilent() {
    bench.vendor.close();
  }

  @Override
  public void advance(Duration time) {
    bench.clock.advance(time);
  }

  @Override
  public Instant now() {
    return bench.clock.instant();
  }

  @Override
  public Money farBalance() {
    return Money.of(bench.vendor.books().balance(), Currency.IDR);
  }

  @Override
  public List<FarLease> farLeases() {
    return bench.vendor.books().sales().stream()
        .map(sale -> new FarLease(Integer.toString(sale.id), sale.isOpen(), sale.isRefunded()))
        .toList();
  }

  /** It has no word of its own for a price that is too low: nothing is on offer then. */
  @Override
  @Test
  public void every_reason_to_refuse_is_told_apart() {
    var before = farBalance();
    for (var reason : List.of(Reason.BALANCE, Reason.ACCOUNT, Reason.UNSUPPORTED)) {
      refuseNext(reason);

      var refused = assertInstanceOf(Refused.class, provider().lease(request("ref")));

      assertEquals(reason, refused.reason());
      advance(Duration.ofHours(2)); // some of them keep us from asking for a while
    }
    assertEquals(before, farBalance());
  }
}
