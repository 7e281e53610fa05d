package dev.codeport.http.api;

import dev.codeport.application.pricing.ReadExchangeRate;
import dev.codeport.application.pricing.SetPrices;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.http.api.Views.RateView;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rates and markups: what decides a price. */
final class PriceEndpoints {
  private static final Set<String> MARKUP =
      Set.of("account", "country", "platform", "percent", "fixed", "floor", "below_cost");
  private static final Set<String> SCOPE = Set.of("account", "country", "platform");
  private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

  private final SetPrices prices;
  private final ReadExchangeRate rates;
  private final Hands hands;
  private final Ledger ledger;

  PriceEndpoints(SetPrices prices, ReadExchangeRate rates, Hands hands, Ledger ledger) {
    this.prices = prices;
    this.rates = rates;
    this.hands = hands;
    this.ledger = ledger;
  }

  Reply rate(Request request) {
    return ofPair(
        request,
        (base, quote) ->
            switch (rates.exchangeRate(base, quote)) {
              case ReadExchangeRate.Known known -> Reply.json(200, RateView.of(known.rate()));
              case ReadExchangeRate.TooOld old ->
                  Problem.STALE_RATE.reply("The rate is of " + old.rate().asOf() + ".");
              case ReadExchangeRate.Unknown none -> noPair();
            });
  }

  Reply setRate(Request request) {
    var rate = Amounts.decimal(Fields.closed(request.body(), Set.of("rate")), "rate");
    if (rate.signum() <= 0 || rate.compareTo(BILLION) >= 0) {
      throw new BadInput("rate", "must be above 0 and below 10^9");
    }
    return ofPair(
        request,
        (base, quote) ->
            Reply.json(200, RateView.of(hands.of(request).setExchangeRate(base, quote, rate))));
  }

  Reply markups(Request request) {
    var views = prices.markups().stream().map(MarkupView::of).toList();
    return Reply.json(200, new MarkupsView(views));
  }

  Reply setMarkup(Request request) {
    var fields = Fields.closed(request.body(), MARKUP);
    var rule =
        new MarkupRule(
            id(fields, "account", AccountId::new),
            id(fields, "country", CountryId::new),
            id(fields, "platform", PlatformId::new),
            markup(fields));
    hands.of(request).setMarkup(rule);
    return Reply.json(200, MarkupView.of(rule));
  }

  Reply removeMarkup(Request request) {
    var query = request.query().only(SCOPE);
    var scope =
        new MarkupRule.Scope(
            parameter(query, "account", AccountId::new),
            parameter(query, "country", CountryId::new),
            parameter(query, "platform", PlatformId::new));
    return hands.of(request).removeMarkup(scope)
        ? Reply.empty(204)
        : Problem.NOT_FOUND.reply("There is no markup with this scope.");
  }

  private Markup markup(Fields fields) {
    var percent = Amounts.decimal(fields, "percent");
    var fixed = Amounts.optional(fields, "fixed", ledger.currency());
    var floor = Amounts.optional(fields, "floor", ledger.currency());
    var belowCost = fields.has("below_cost") && fields.bool("below_cost");
    return checked("percent", () -> new Markup(percent, fixed, floor, belowCost));
  }

  private static <T> Optional<T> id(Fields fields, String name, IntFunction<T> made) {
    return fields.optionalInt32(name).map(value -> checked(name, () -> made.apply(value)));
  }

  private static <T> Optional<T> parameter(Query query, String name, IntFunction<T> made) {
    try {
      return query.int32(name).map(made::apply);
    } catch (IllegalArgumentException e) {
      throw BadInput.parameter(name, "is out of bounds");
    }
  }

  /** The domain's own bounds, told as a flaw of the field. */
  private static <T> T checked(String name, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new BadInput(name, "is out of bounds: " + e.getMessage());
    }
  }

  private static Reply ofPair(Request request, Pair answer) {
    var base = Paths.currency(request, "base");
    var quote = Paths.currency(request, "quote");
    return base.isPresent() && quote.isPresent() && !base.equals(quote)
        ? answer.of(base.get(), quote.get())
        : noPair();
  }

  private interface Pair {
    Reply of(Currency base, Currency quote);
  }

  private static Reply noPair() {
    return Problem.NOT_FOUND.reply("There is no rate for this pair.");
  }

  record MarkupsView(List<MarkupView> markups) {}

  /** An absent scope means all. */
  record MarkupView(
      @Nullable Integer account,
      @Nullable Integer country,
      @Nullable Integer platform,
      String percent,
      String fixed,
      String floor,
      boolean belowCost) {
    static MarkupView of(MarkupRule rule) {
      return new MarkupView(
          rule.account().map(AccountId::value).orElse(null),
          rule.country().map(CountryId::value).orElse(null),
          rule.platform().map(PlatformId::value).orElse(null),
          rule.markup().percent().stripTrailingZeros().toPlainString(),
          Views.amount(rule.markup().fixed()),
          Views.amount(rule.markup().floor()),
          rule.markup().belowCost());
    }
  }
}
