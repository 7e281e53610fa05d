package dev.codeport.provider.fivesim;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.provider.fivesim.FakeFiveSim.Trouble;
import dev.codeport.provider.kit.Surroundings;
import dev.codeport.provider.kit.Upstream;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The adapter before a fake that says what one wants. */
final class Bench implements AutoCloseable {
  private static final OkHttpClient CLIENT = Upstream.client(64);

  final MovableClock clock = new MovableClock();
  final FakeFiveSim vendor = FakeFiveSim.start(clock);
  final FiveSimProvider provider =
      new FiveSimProvider(
          new ProviderId("vendor"),
          FiveSimSettings.of(vendor.base(), vendor.token()),
          new Surroundings(Atlas.standard(), clock, CLIENT));

  Bench saying(Trouble trouble) {
    vendor.plan(trouble);
    return this;
  }

  LeaseRequest request(Optional<String> operator, String maxCost) {
    return new LeaseRequest(
        "ref",
        Atlas.standard().countryByIso("id").orElseThrow(),
        Atlas.standard().platformBySlug("whatsapp").orElseThrow(),
        operator,
        Money.of(maxCost, Currency.RUB));
  }

  static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T> given -> given.value();
      case Answer.Missing<T> missing -> throw new AssertionError("no answer: " + missing.detail());
    };
  }

  LeaseRef lease(String id) {
    return new LeaseRef(new ProviderId("vendor"), id);
  }

  @Override
  public void close() {
    vendor.close();
  }
}
