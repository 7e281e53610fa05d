package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.provider.handlerapi.HandlerApiDialect.PriceSource;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import dev.codeport.provider.kit.Deadline;
import dev.codeport.provider.kit.Fan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads prices and stock. */
final class PriceLists {
  /** Errors that only say that there is nothing to be had. */
  private static final Set<Meaning> NONE =
      Set.of(Meaning.NO_NUMBERS, Meaning.NOTHING, Meaning.UNSUPPORTED);

  private final Vendor vendor;
  private final OfferReader reader;
  private final List<Country> operatorCountries;

  PriceLists(Vendor vendor, Set<String> operatorCountries) {
    this.vendor = vendor;
    this.reader = new OfferReader(vendor);
    this.operatorCountries =
        operatorCountries.stream()
            .sorted()
            .map(
                iso ->
                    vendor
                        .atlas()
                        .countryByIso(iso)
                        .orElseThrow(
                            () -> new IllegalArgumentException("no country has the code " + iso)))
            .toList();
  }

  boolean hasOperators() {
    return vendor.dialect().operators() && !operatorCountries.isEmpty();
  }

  Answer<List<Offer>> all() {
    var deadline = vendor.client().deadline();
    var said = vendor.client().askForList(deadline, "getPrices", Map.of());
    return onLadder(withOperators(deadline, said, operatorCountries));
  }

  /** Where steps can be asked for, what is offered is always one of them. */
  private Answer<List<Offer>> onLadder(Answer<List<Offer>> answer) {
    if (vendor.dialect().prices() == PriceSource.V1) {
      return answer;
    }
    return switch (answer) {
      case Answer.Missing<List<Offer>> missing -> missing;
      case Answer.Given<List<Offer>> given ->
          new Answer.Given<>(given.value().stream().map(Offer::onLadder).toList());
    };
  }

  Answer<List<Offer>> of(CountryId country, PlatformId platform) {
    var land = vendor.atlas().country(country);
    var thing = vendor.atlas().platform(platform);
    var countryCode = land.flatMap(vendor.codes()::vendorCountry);
    var serviceCode = thing.flatMap(vendor.codes()::vendorService);
    if (countryCode.isEmpty() || serviceCode.isEmpty()) {
      return new Answer.Given<>(List.of());
    }
    var deadline = vendor.client().deadline();
    var said = ask(deadline, countryCode.get(), serviceCode.get());
    var countries = operatorCountries.stream().filter(c -> c.id().equals(country)).toList();
    return only(onLadder(withOperators(deadline, said, countries)), country, platform);
  }

  private Said ask(Deadline deadline, String country, String service) {
    return switch (vendor.dialect().prices()) {
      case V1 -> ask(deadline, "getPrices", country, service);
      case V2 -> ask(deadline, "getPricesV2", country, service);
      case V3 -> ask(deadline, "getPricesV3", country, service);
      case OFFERS -> vendor.client().askForOffers(deadline, country, service);
    };
  }

  private Said ask(Deadline deadline, String action, String country, String service) {
    var parameters = Map.of("country", country, "service", service);
    return vendor.client().askForList(deadline, action, parameters);
  }

  private static Answer<List<Offer>> only(
      Answer<List<Offer>> answer, CountryId country, PlatformId platform) {
    return switch (answer) {
      case Answer.Missing<List<Offer>> missing -> missing;
      case Answer.Given<List<Offer>> given ->
          new Answer.Given<>(
              given.value().stream()
                  .filter(offer -> offer.tier().country().equals(country))
                  .filter(offer -> offer.tier().platform().equals(platform))
                  .toList());
    };
  }

  private Answer<List<Offer>> withOperators(Deadline deadline, Said said, List<Country> countries) {
    return switch (said) {
      case Said.Document document -> {
        var offers = new ArrayList<>(reader.offers(document.json()));
        offers.addAll(ofOperators(deadline, offers, countries));
        yield new Answer.Given<>(List.copyOf(offers));
      }
      case Said.Token token -> nothing(token);
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  private static Answer<List<Offer>> nothing(Said.Token token) {
    return NONE.contains(HandlerApiFaults.of(token))
        ? new Answer.Given<>(List.of())
        : new Answer.Missing<>(token.retryAfter(), token.name());
  }

  private List<Offer> ofOperators(Deadline deadline, List<Offer> base, List<Country> countries) {
    var found = new ConcurrentLinkedQueue<Offer>();
    if (hasOperators()) {
      var pairs = countries.stream().flatMap(c -> operators(deadline, c).stream()).toList();
      Fan.out(
          pairs,
          vendor.dialect().parallel(),
          pair -> found.addAll(ofOperator(deadline, base, pair)) || !deadline.hasPassed());
    }
    return List.copyOf(found);
  }

  private record Choice(Country country, String code, String operator) {}

  private List<Choice> operators(Deadline deadline, Country country) {
    var code = vendor.codes().vendorCountry(country);
    if (code.isEmpty()) {
      return List.of();
    }
    var said = vendor.client().ask(deadline, "getOperators", Map.of("country", code.get()));
    if (!(said instanceof Said.Document document)) {
      return List.of();
    }
    var choices = new ArrayList<Choice>();
    for (var name : document.json().path("countryOperators").path(code.get())) {
      if (name.isTextual() && !name.textValue().equals("any")) {
        choices.add(new Choice(country, code.get(), name.textValue()));
      }
    }
    return choices;
  }

  /** What an operator has, at the price that stands for the whole country. */
  private List<Offer> ofOperator(Deadline deadline, List<Offer> base, Choice choice) {
    var parameters = Map.of("country", choice.code(), "operator", choice.operator());
    var said = vendor.client().ask(deadline, "getNumbersStatus", parameters);
    if (!(said instanceof Said.Document document)) {
      return List.of();
    }
    var costs = new LinkedHashMap<PlatformId, Money>();
    base.stream()
        .filter(offer -> offer.tier().country().equals(choice.country().id()))
        .forEach(offer -> costs.put(offer.tier().platform(), offer.cost()));
    return document.json().properties().stream()
        .flatMap(entry -> ofOperator(choice, costs, entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  /** Older servers add {@code _0} to a service, and {@code _1} for numbers that forward calls. */
  private Optional<Offer> ofOperator(
      Choice choice, Map<PlatformId, Money> costs, String key, JsonNode json) {
    var platform =
        reader
            .orderedService(key.endsWith("_0") ? key.substring(0, key.length() - 2) : key)
            .map(Platform::id);
    var cost = platform.map(costs::get);
    var count = Fields.amount(json.asText()).flatMap(OfferReader::count);
    if (cost.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    var operator = Optional.of(choice.operator());
    var tier = new TierKey(vendor.id(), choice.country().id(), platform.orElseThrow(), operator);
    return Optional.of(new Offer(tier, cost.get(), count.get()));
  }
}
