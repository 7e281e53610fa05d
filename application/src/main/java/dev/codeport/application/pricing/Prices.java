package dev.codeport.application.pricing;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pricing.PriceList;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The price list of this moment; what was read is used again for up to five seconds. */
public final class Prices {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Storage storage;
  private final Ledger ledger;
  private final Set<Currency> currencies;
  private final Duration rateAge;
  private volatile @Nullable Read last;

  /**
   * @param currencies those that vendors are paid in
   * @param rateAge how old a rate may be to sell by
   */
  public Prices(Storage storage, Ledger ledger, Set<Currency> currencies, Duration rateAge) {
    this.storage = storage;
    this.ledger = ledger;
    this.currencies = Set.copyOf(currencies);
    this.rateAge = rateAge;
  }

  /** For showing: by the newest rates, however old. */
  public PriceList shown(Instant now) {
    return read(now);
  }

  /** For selling: rates that are too old are not in it. */
  public PriceList sold(Instant now) {
    var all = read(now);
    return new PriceList(
        ledger, all.rates().stream().filter(rate -> isFresh(rate, now)).toList(), all.rules());
  }

  public boolean isFresh(ExchangeRate rate, Instant now) {
    return !rate.isOlderThan(rateAge, now);
  }

  public Ledger ledger() {
    return ledger;
  }

  /** What was read is not used again. */
  void forget() {
    last = null;
  }

  private PriceList read(Instant now) {
    var known = last;
    if (known == null || now.isBefore(known.at()) || now.isAfter(known.at().plus(FRESH))) {
      known = new Read(new PriceList(ledger, rates(), storage.markupRules().all()), now);
      last = known;
    }
    return known.list();
  }

  private List<ExchangeRate> rates() {
    return currencies.stream()
        .filter(currency -> !currency.equals(ledger.currency()))
        .flatMap(
            currency ->
                Stream.of(rate(currency, ledger.currency()), rate(ledger.currency(), currency)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ExchangeRate> rate(Currency base, Currency quote) {
    return storage.exchangeRates().rate(base, quote);
  }

  private record Read(PriceList list, Instant at) {}
}
