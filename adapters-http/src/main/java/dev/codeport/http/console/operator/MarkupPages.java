package dev.codeport.http.console.operator;

import dev.codeport.application.Codeport;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.money.Ledger;
import dev.codeport.domain.pricing.Markup;
import dev.codeport.domain.pricing.MarkupRule;
import dev.codeport.http.api.Amounts;
import dev.codeport.http.api.Hands;
import dev.codeport.http.api.order.Places;
import dev.codeport.http.console.ConsoleGate;
import dev.codeport.http.console.Notice;
import dev.codeport.http.console.Section;
import dev.codeport.http.console.Visit;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Routes;
import java.util.Comparator;
import java.util.Optional;

/** The rules that make a price of a cost. */
final class MarkupPages {
  private static final String LIST = "/console/operator/markups";

  private final Codeport codeport;
  private final Places places;
  private final Hands hands;
  private final Ledger ledger;
  private final ConsoleGate gate;

  MarkupPages(Codeport codeport, Places places, Hands hands, Ledger ledger, ConsoleGate gate) {
    this.codeport = codeport;
    this.places = places;
    this.hands = hands;
    this.ledger = ledger;
    this.gate = gate;
  }

  void mount(Routes routes) {
    routes
        .get(LIST, gate.operatorReads(visit -> list(200, visit)))
        .post(LIST, gate.operatorChanges(this::set))
        .post(LIST + "/remove", gate.operatorChanges(this::remove));
  }

  private Reply list(int status, Visit visit) {
    var rows =
        codeport.markups().stream()
            .sorted(Comparator.comparingInt(MarkupRule::weight))
            .map(this::row)
            .toList();
    var page =
        new MarkupsPage(
            rows,
            codeport.platforms(Optional.empty()).stream()
                .sorted(Comparator.comparing(Platform::name, String.CASE_INSENSITIVE_ORDER))
                .toList(),
            codeport.countries().stream().sorted(Comparator.comparing(Country::name)).toList(),
            ledger.currency().code(),
            visit.query().text("account").orElse(""));
    return visit.show(status, "markups", Section.MARKUPS, page);
  }

  private MarkupsPage.Row row(MarkupRule rule) {
    return new MarkupsPage.Row(
        rule,
        rule.platform().flatMap(places::platform).map(Platform::name),
        rule.country().flatMap(places::country).map(Country::name));
  }

  /** Sets it in place of the one with the same scope: sent again, it changes nothing. */
  private Reply set(Visit visit) {
    try {
      var scope = scope(visit.form());
      var rule =
          new MarkupRule(scope.account(), scope.country(), scope.platform(), markup(visit.form()));
      if (!codeport.markups().contains(rule)) {
        hands.of(visit.request()).setMarkup(rule);
      }
      return visit.go(LIST, "markup-set");
    } catch (BadInput bad) {
      return list(
          422, visit.with(Notice.warning(visit.say("markups.bad", bad.field(), bad.reason()))));
    }
  }

  private Reply remove(Visit visit) {
    hands.of(visit.request()).removeMarkup(scope(visit.form()));
    return visit.go(LIST, "markup-removed");
  }

  private MarkupRule.Scope scope(Query form) {
    return new MarkupRule.Scope(
        form.int32("account").map(MarkupPages::account),
        form.int32("country").map(CountryId::new).filter(id -> places.country(id).isPresent()),
        form.int32("platform").map(PlatformId::new).filter(id -> places.platform(id).isPresent()));
  }

  private static AccountId account(int id) {
    if (id < 1) {
      throw new BadInput("account", "must be the number of an account");
    }
    return new AccountId(id);
  }

  private Markup markup(Query form) {
    var percent = Amounts.decimal("percent", form.text("percent").orElse("").strip());
    var fixed = Amounts.of("fixed", form.text("fixed").orElse("0").strip(), ledger.currency());
    var floor = Amounts.of("floor", form.text("floor").orElse("0").strip(), ledger.currency());
    try {
      return new Markup(percent, fixed, floor, form.text("below_cost").isPresent());
    } catch (IllegalArgumentException e) {
      throw new BadInput("percent", "is out of bounds: " + e.getMessage());
    }
  }
}
