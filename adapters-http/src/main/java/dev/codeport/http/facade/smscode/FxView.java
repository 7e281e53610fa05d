package dev.codeport.http.facade.smscode;

import dev.codeport.domain.money.ExchangeRate;
import java.math.RoundingMode;

/** The rate behind an answer: whole rupiah for a dollar. */
record FxView(String pair, long rate, String rateAsOf) {
  static FxView of(ExchangeRate rate) {
    return new FxView("USD/IDR", whole(rate), Wire.time(rate.asOf()));
  }

  /** To the nearest; a rate below one half would be none. */
  static long whole(ExchangeRate rate) {
    return Math.max(1, rate.rate().setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
