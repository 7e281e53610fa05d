package dev.codeport.provider.handlerapi;

import dev.codeport.domain.secret.Secret;
import dev.codeport.provider.kit.PushGuard;
import dev.codeport.provider.kit.Section;
import dev.codeport.provider.kit.UpstreamLimits;
import java.net.URI;
import java.util.Set;

/**
 * One vendor account.
 *
 * @param base the whole address up to the query, such as {@code
 *     https://vendor.example/stubs/handler_api.php}
 * @param operatorCountries where offers are asked for by operator too (ISO alpha-2, lower case); it
 *     costs a call for each operator
 * @param suppliers from whom numbers are taken, where the vendor lets one choose
 * @param pushes whose pushes are taken for the vendor's
 */
public record HandlerApiSettings(
    URI base,
    Secret apiKey,
    HandlerApiDialect dialect,
    Set<String> operatorCountries,
    Suppliers suppliers,
    PushGuard pushes,
    UpstreamLimits limits) {
  public HandlerApiSettings {
    operatorCountries = Set.copyOf(operatorCountries);
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("an API key is not blank");
    }
  }

  public static HandlerApiSettings of(URI base, Secret apiKey, HandlerApiDialect dialect) {
    return new HandlerApiSettings(
        base, apiKey, dialect, Set.of(), Suppliers.ANY, PushGuard.NONE, dialect.limits());
  }

  public HandlerApiSettings withOperatorsIn(Set<String> countries) {
    return new HandlerApiSettings(base, apiKey, dialect, countries, suppliers, pushes, limits);
  }

  public HandlerApiSettings withLimits(UpstreamLimits other) {
    return new HandlerApiSettings(
        base, apiKey, dialect, operatorCountries, suppliers, pushes, other);
  }

  /** Reads {@code api-key}, {@code vendor}, and what may differ from what is known of that. */
  static HandlerApiSettings read(Section section) {
    var all = Profiles.below(section);
    var dialect = HandlerApiDialect.readAll(all);
    var settings =
        new HandlerApiSettings(
            all.uri("url"),
            all.secret("api-key"),
            dialect,
            Set.copyOf(all.list("operators-in")),
            Suppliers.read(all, dialect),
            PushGuard.read(all),
            dialect.limits());
    all.done();
    return settings;
  }
}
