package dev.codeport.http.facade.smscode;

import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.money.Currency;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;

/** The one rate there is: USD/IDR. */
final class ExchangeRateEndpoints {
  private static final String PAIR = "USD/IDR";

  private final ReadExchangeRate rates;
  private final Version version;

  ExchangeRateEndpoints(ReadExchangeRate rates, Version version) {
    this.rates = rates;
    this.version = version;
  }

  Reply rate(Caller caller, Request request) {
    return switch (version) {
      case V1 -> v1(request);
      case V2 -> v2();
    };
  }

  private Reply v1(Request request) {
    if (!request.query().text("pair").orElse(PAIR).equals(PAIR)) {
      return unknown();
    }
    return switch (rates.exchangeRate(Currency.USD, Currency.IDR)) {
      case ReadExchangeRate.Known known ->
          Envelope.ok(new RateView(PAIR, "USD", "IDR", FxView.whole(known.rate())));
      case ReadExchangeRate.TooOld old -> Tariffs.noRate();
      case ReadExchangeRate.Unknown none -> unknown();
    };
  }

  /** A pair may be given and is not looked at. */
  private Reply v2() {
    return switch (rates.exchangeRate(Currency.USD, Currency.IDR)) {
      case ReadExchangeRate.Known known -> Envelope.ok(FxView.of(known.rate()));
      case ReadExchangeRate.TooOld old -> Tariffs.noRate();
      case ReadExchangeRate.Unknown none -> Tariffs.noRate();
    };
  }

  private static Reply unknown() {
    return Envelope.error(ErrorCode.NOT_FOUND, "There is no rate for this pair.");
  }

  record RateView(String pair, String baseCurrency, String quoteCurrency, long rate) {}
}
