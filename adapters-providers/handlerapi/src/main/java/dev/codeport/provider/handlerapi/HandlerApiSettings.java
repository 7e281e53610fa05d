package dev.codeport.provider.handlerapi;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;

/**
 * One vendor account.
 *
 * @param base the whole address up to the query, such as {@code
 *     https://vendor.example/stubs/handler_api.php}
 * @param operatorCountries where offers are asked for by operator too (ISO alpha-2, lower case); it
 *     costs a call for each operator
 */
public record HandlerApiSettings(
    URI base,
    Secret apiKey,
    HandlerApiDialect dialect,
    Set<String> operatorCountries,
    UpstreamLimits limits) {
  public HandlerApiSettings {
    operatorCountries = Set.copyOf(operatorCountries);
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("an API key is not blank");
    }
  }

  public static HandlerApiSettings of(URI base, Secret apiKey, HandlerApiDialect dialect) {
    return new HandlerApiSettings(base, apiKey, dialect, Set.of(), dialect.limits());
  }

  public HandlerApiSettings withOperatorsIn(Set<String> countries) {
    return new HandlerApiSettings(base, apiKey, dialect, countries, limits);
  }

  public HandlerApiSettings withLimits(UpstreamLimits other) {
    return new HandlerApiSettings(base, apiKey, dialect, operatorCountries, other);
  }

  /** Reads {@code api-key}, {@code vendor}, {@code url} and what may differ from the dialect. */
  static HandlerApiSettings read(Section section) {
    var dialect =
        section.value(
            "vendor",
            HandlerApiDialect.vanilla(),
            HandlerApiDialect::named,
            "one of " + HandlerApiDialect.all().stream().map(HandlerApiDialect::name).toList());
    var settings =
        new HandlerApiSettings(
            dialect
                .base()
                .map(base -> section.uri("url", base))
                .orElseGet(() -> section.uri("url")),
            section.secret("api-key"),
            dialect.with(
                section.value(
                    "currency", dialect.currency(), Currency::new, "a code such as USD or RUB"),
                section.duration("cancel-age", dialect.minimumCancelAge()),
                section.duration("lifetime", dialect.lifetime()),
                section.value(
                    "time-zone", dialect.zone(), HandlerApiSettings::zone, "a time zone")),
            Set.copyOf(section.list("operators-in")),
            UpstreamLimits.read(section, dialect.limits()));
    section.done();
    return settings;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
