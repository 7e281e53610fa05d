package dev.codeport.provider.smscode;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.provider.kit.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;

/** One vendor account with all that is needed to deal with it. */
record Vendor(
    ProviderId id,
    SmsCodeSettings settings,
    SmsCodeClient client,
    Atlas atlas,
    InstantSource clock) {
  /** Of everything in version 1. */
  static final Currency CURRENCY = Currency.IDR;

  static Vendor of(ProviderId id, SmsCodeSettings settings, Surroundings around) {
    return new Vendor(
        id,
        settings,
        new SmsCodeClient(settings, around.client(), around.clock()),
        around.atlas(),
        around.clock());
  }

  LeaseRef lease(String orderId) {
    return new LeaseRef(id, orderId);
  }

  /** What is below a millionth is rounded up. */
  static Money money(BigDecimal amount) {
    return Money.of(amount.setScale(6, RoundingMode.CEILING), CURRENCY);
  }

  Instant now() {
    return clock.instant();
  }
}
