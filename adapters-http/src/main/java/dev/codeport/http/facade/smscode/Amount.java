package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonValue;

/** Money as one version writes it. */
sealed interface Amount {
  /** A whole number of rupiah. */
  record V1(@JsonValue long rupiah) implements Amount {}

  /** Dollars, and the rupiah they stand for. */
  record V2(String amount, String currency, long canonicalAmount, String canonicalCurrency)
      implements Amount {}
}
