package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.VendorCatalog;
import dev.codeport.domain.pool.VendorCatalog.Word;
import dev.codeport.provider.handlerapi.HandlerApiFaults.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the vendor's lists of countries and services. One without such lists shows its codes, but
 * no names, in its prices.
 */
final class Vocabulary {
  private static final int LONGEST_NAME = 100;

  private final Vendor vendor;

  Vocabulary(Vendor vendor) {
    this.vendor = vendor;
  }

  Answer<VendorCatalog> read() {
    var deadline = vendor.client().deadline();
    var countries = vendor.client().askForList(deadline, "getCountries", Map.of());
    var services = vendor.client().askForList(deadline, "getServicesList", Map.of());
    if (isUnknown(countries) || isUnknown(services)) {
      return byPrices(vendor.client().askForList(deadline, "getPrices", Map.of()));
    }
    if (!(countries instanceof Said.Document ofCountries)) {
      return missing(countries);
    }
    return services instanceof Said.Document ofServices
        ? new Answer.Given<>(
            catalog(
                names(ofCountries.json(), "countries", "id"),
                names(ofServices.json(), "services", "code")))
        : missing(services);
  }

  /** It has no such action. */
  private static boolean isUnknown(Said said) {
    return said instanceof Said.Token token && HandlerApiFaults.of(token) == Meaning.REQUEST;
  }

  private Answer<VendorCatalog> byPrices(Said said) {
    if (!(said instanceof Said.Document document)) {
      return missing(said);
    }
    var outer = new LinkedHashMap<String, String>();
    var inner = new LinkedHashMap<String, String>();
    document
        .json()
        .properties()
        .forEach(
            each -> {
              outer.put(each.getKey(), "");
              each.getValue().properties().forEach(below -> inner.put(below.getKey(), ""));
            });
    boolean countriesFirst =
        outer.keySet().stream().anyMatch(code -> vendor.codes().country(code).isPresent());
    return new Answer.Given<>(countriesFirst ? catalog(outer, inner) : catalog(inner, outer));
  }

  private static Answer<VendorCatalog> missing(Said said) {
    return switch (said) {
      case Said.Token token -> new Answer.Missing<>(token.retryAfter(), token.name());
      case Said.Document document -> new Answer.Missing<>(Optional.empty(), document.toString());
      case Said.Garbage garbage -> new Answer.Missing<>(garbage.retryAfter(), garbage.toString());
      case Said.NotHeard no -> new Answer.Missing<>(no.retryAfter(), no.reason());
      case Said.NotAnswered no -> new Answer.Missing<>(Optional.empty(), no.reason());
    };
  }

  /** Names by code, in the vendor's order, out of an array or an object, wrapped or bare. */
  private static Map<String, String> names(JsonNode json, String wrapper, String key) {
    var wrapped = json.path(wrapper);
    var list = wrapped.isContainerNode() ? wrapped : json;
    var names = new LinkedHashMap<String, String>();
    if (list.isObject()) {
      list.properties().forEach(each -> put(names, each.getValue(), key, each.getKey()));
    } else {
      list.forEach(each -> put(names, each, key, ""));
    }
    return names;
  }

  private static void put(Map<String, String> names, JsonNode json, String key, String otherwise) {
    if (json.isObject()) {
      var code = Fields.id(json, key, "id", "code").or(() -> Fields.id(otherwise));
      code.ifPresent(
          found -> names.put(found, name(Fields.text(json, "eng", "name", "title").orElse(""))));
    } else if (json.isTextual()) {
      Fields.id(otherwise).ifPresent(code -> names.put(code, name(json.textValue())));
    }
  }

  private static String name(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  private VendorCatalog catalog(Map<String, String> countries, Map<String, String> services) {
    var codes = vendor.codes();
    return new VendorCatalog(
        words(
            countries,
            codes.countryCodes(),
            code -> codes.country(code).map(Country::iso),
            code ->
                codes.country(code).flatMap(codes::vendorCountry).filter(code::equals).isPresent()),
        words(
            services,
            codes.serviceCodes(),
            code -> codes.platform(code).map(Platform::slug),
            code ->
                codes
                    .platform(code)
                    .flatMap(codes::vendorService)
                    .filter(code::equals)
                    .isPresent()));
  }

  private static List<Word> words(
      Map<String, String> listed,
      Set<String> known,
      Function<String, Optional<String>> meaning,
      Predicate<String> ordered) {
    var words = new ArrayList<Word>();
    listed.forEach(
        (code, name) ->
            words.add(new Word(code, name, meaning.apply(code), ordered.test(code), true)));
    known.stream()
        .filter(code -> !listed.containsKey(code))
        .sorted()
        .map(code -> new Word(code, "", meaning.apply(code), ordered.test(code), false))
        .forEach(words::add);
    return words;
  }
}
