package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Currency;
import dev.codeport.provider.handlerapi.HandlerApiDialect.TextSource;
import dev.codeport.provider.kit.CallRate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dialects that no vendor speaks just so. */
final class Dialects {
  private Dialects() {}

  /** The least that the protocol ever had: no list, no second versions, cancel by -1. */
  static HandlerApiDialect frugal() {
    return new HandlerApiDialect(
        "frugal",
        Optional.empty(),
        "countries-sms-activate.tsv",
        "services-sms-activate.tsv",
        Currency.USD,
        Duration.ofMinutes(2),
        Duration.ofMinutes(20),
        ZoneOffset.UTC,
        false,
        false,
        true,
        TextSource.FULL_SMS,
        -1,
        true,
        false,
        false,
        4,
        CallRate.UNLIMITED);
  }
}
