package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static dev.codeport.contract.Given.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.ExchangeRate;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.webhook.WebhookSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rates, markup rules, webhook settings and turns: small things of which the last put counts. */
public interface SettingsContract extends StorageStage {
  @Test
  default void the_newest_rate_of_a_pair_counts() {
    var usd = new ExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("16250.50"), minute(1));
    var newer = new ExchangeRate(Currency.USD, Currency.IDR, new BigDecimal("16300"), minute(2));
    var rub =
        new ExchangeRate(Currency.RUB, Currency.IDR, new BigDecimal("0.000000001"), minute(1));
    var rates = storage().exchangeRates();

    List.of(usd, rub, newer).forEach(rates::put);

    assertEquals(Optional.of(newer), rates.rate(Currency.USD, Currency.IDR));
    assertEquals(Optional.of(rub), rates.rate(Currency.RUB, Currency.IDR));
    assertEquals(Optional.empty(), rates.rate(Currency.IDR, Currency.USD));
  }

  @Test
  default void there_is_one_markup_rule_for_each_scope() {
    var account = Optional.of(Given.account().in(storage()).id());
    var country = Optional.of(new CountryId(88));
    var platform = Optional.of(new PlatformId(1));
    var all = MarkupRule.global(markup("20"));
    var wide = new MarkupRule(Optional.empty(), country, Optional.empty(), markup("12.5"));
    var narrow = new MarkupRule(account, country, platform, markup("0"));
    var newer = new MarkupRule(Optional.empty(), country, Optional.empty(), markup("7.2500"));
    var rules = storage().markupRules();

    List.of(all, wide, narrow, newer).forEach(rules::put);

    assertEquals(Set.of(all, narrow, newer), Set.copyOf(rules.all()));
  }

  @Test
  default void a_rule_may_sell_below_cost_and_may_be_removed() {
    var country = Optional.of(new CountryId(88));
    var discount = new Markup(new BigDecimal("-12.5"), rupiah(-150), rupiah(1_000), true);
    var wide = MarkupRule.global(markup("20"));
    var narrow = new MarkupRule(Optional.empty(), country, Optional.empty(), discount);
    var rules = storage().markupRules();
    List.of(wide, narrow).forEach(rules::put);
    assertEquals(Set.of(wide, narrow), Set.copyOf(rules.all()));

    assertTrue(rules.remove(wide.scope()));
    assertFalse(rules.remove(wide.scope()));

    assertEquals(List.of(narrow), rules.all());
    assertTrue(rules.remove(narrow.scope()));
  }

  @Test
  default void webhook_settings_read_back_as_they_were_put() {
    var account = Given.account().in(storage()).id();
    var stranger = Given.account().in(storage()).id();
    var secret = Optional.of(Secret.of("s3cret-" + "x".repeat(200)));
    var whole =
        new WebhookSettings(
            Optional.of("https://example.org/hook?a=1"),
            secret,
            Optional.of(minute(1)),
            Optional.of("consecutive failures"),
            10);
    var webhooks = storage().webhooks();

    assertEquals(WebhookSettings.NONE, webhooks.settings(account));
    webhooks.put(account, whole);
    assertEquals(whole, webhooks.settings(account));
    assertEquals(WebhookSettings.NONE, webhooks.settings(stranger));

    var bare = WebhookSettings.of(Optional.of("https://example.org/"), Optional.empty());
    webhooks.put(account, bare);
    assertEquals(bare, webhooks.settings(account));
  }

  @Test
  default void a_turn_belongs_to_one_node_until_it_is_over() {
    var turns = storage().turns();

    assertTrue(turns.take("poll-north", "a", minute(0), minute(2)));
    assertFalse(turns.take("poll-north", "b", minute(1), minute(3)));
    assertTrue(turns.take("poll-south", "b", minute(1), minute(3)));
    assertTrue(turns.take("poll-north", "a", minute(1), minute(4)));
    assertFalse(turns.take("poll-north", "b", minute(2), minute(5)));
    assertTrue(turns.take("poll-north", "b", minute(4), minute(6)));
    assertFalse(turns.take("poll-north", "a", minute(5), minute(7)));
  }

  @Test
  default void of_many_nodes_one_gets_the_turn() {
    var taken = Race.of(16, i -> storage().turns().take("settle", "n" + i, minute(0), minute(1)));

    assertEquals(1, taken.stream().filter(won -> won).count());
  }

  private static Markup markup(String percent) {
    return new Markup(new BigDecimal(percent), rupiah(150), rupiah(1_000));
  }
}
