package dev.codeport.domain.pricing;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.money.Money;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a cost costs the customer: converted into the ledger's currency, marked up by the rule that
 * fits best, rounded up to the ledger's scale. Below the cost only when that rule says so.
 */
public record PriceList(Ledger ledger, List<ExchangeRate> rates, List<MarkupRule> rules) {
  public PriceList {
    rates = List.copyOf(rates);
    rules = List.copyOf(rules);
  }

  /** The price, and the rate used; empty when no rate leads from the cost's currency to ours. */
  public Optional<Price> price(
      AccountId account, CountryId country, PlatformId platform, Money cost) {
    var markup = markup(account, country, platform);
    if (cost.currency().equals(ledger.currency())) {
      return Optional.of(new Price(markup.on(cost, ledger), Optional.empty()));
    }
    return rates.stream()
        .filter(rate -> connects(rate, cost))
        .findFirst()
        .map(
            rate ->
                new Price(
                    markup.on(rate.convert(cost, 6, RoundingMode.CEILING), ledger),
                    Optional.of(rate)));
  }

  private Markup markup(AccountId account, CountryId country, PlatformId platform) {
    return rules.stream()
        .filter(rule -> rule.appliesTo(account, country, platform))
        .max(Comparator.comparingInt(MarkupRule::weight))
        .map(MarkupRule::markup)
        .orElseGet(() -> Markup.percent(0, ledger));
  }

  private boolean connects(ExchangeRate rate, Money cost) {
    var here = ledger.currency();
    return (rate.base().equals(cost.currency()) && rate.quote().equals(here))
        || (rate.quote().equals(cost.currency()) && rate.base().equals(here));
  }

  /**
   * @param rate the rate by which the cost was converted; none when it was in our currency
   */
  public record Price(Money amount, Optional<ExchangeRate> rate) {}
}
