package dev.codeport.http.console.operator;

import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.pricing.MarkupRule;
import java.util.List;
import java.util.Optional;

/**
 * What the template {@code markups} shows.
 *
 * @param account for which a rule is likely to be made; empty for none
 */
public record MarkupsPage(
    List<Row> rules,
    List<Platform> platforms,
    List<Country> countries,
    String currency,
    String account) {
  /** A rule with the names of what it is about. */
  public record Row(MarkupRule rule, Optional<String> platform, Optional<String> country) {
    public String percent() {
      return rule.markup().percent().stripTrailingZeros().toPlainString();
    }

    public String accountId() {
      return rule.account().map(AccountId::toString).orElse("");
    }

    public String countryId() {
      return rule.country().map(id -> Integer.toString(id.value())).orElse("");
    }

    public String platformId() {
      return rule.platform().map(id -> Integer.toString(id.value())).orElse("");
    }
  }
}
