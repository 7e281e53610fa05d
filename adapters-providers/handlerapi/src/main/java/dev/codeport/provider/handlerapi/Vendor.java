package dev.codeport.provider.handlerapi;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.LeaseRef;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** One vendor account with all that is needed to deal with it. */
record Vendor(
    ProviderId id,
    HandlerApiDialect dialect,
    Suppliers suppliers,
    HandlerApiClient client,
    CodeTable codes,
    Atlas atlas,
    InstantSource clock) {

  LeaseRef lease(String leaseId) {
    return new LeaseRef(id, leaseId);
  }

  Currency currency() {
    return dialect.currency();
  }

  Optional<Money> money(BigDecimal amount) {
    return Fields.money(amount, currency());
  }

  /** A time as vendors print it: with a zone, in their own, or in seconds since 1970. */
  Optional<Instant> time(String text) {
    try {
      if (text.matches("\\d{9,11}")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      var iso = text.replace(' ', 'T');
      return Optional.of(
          iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
              ? OffsetDateTime.parse(iso).toInstant()
              : LocalDateTime.parse(iso).atZone(dialect.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
