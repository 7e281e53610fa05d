package dev.codeport.http.facade.smscode;

import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.domain.money.Currency;
import dev.codeport.http.server.Reply;
import java.util.function.Function;

/** Finds the tariff of a version: at once for rupiah, by today's rate for dollars. */
final class Tariffs {
  private final ReadExchangeRate rates;

  Tariffs(ReadExchangeRate rates) {
    this.rates = rates;
  }

  /** Answers with the tariff; without a rate nothing else is done. */
  Reply priced(Version version, Function<Tariff, Reply> answer) {
    return switch (version) {
      case V1 -> answer.apply(new Rupiah());
      case V2 ->
          switch (rates.exchangeRate(Currency.USD, Currency.IDR)) {
            case ReadExchangeRate.Known known -> answer.apply(Dollars.at(known.rate()));
            case ReadExchangeRate.TooOld old -> noRate();
            case ReadExchangeRate.Unknown none -> noRate();
          };
    };
  }

  static Reply noRate() {
    return Envelope.error(
        ErrorCode.FX_RATE_UNAVAILABLE, "There is no current USD/IDR rate; try again later.");
  }
}
