package dev.codeport.http.facade.handlerapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.application.catalog.BrowseCatalog;
import dev.codeport.domain.catalog.Country;
import dev.codeport.http.server.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What there is at all: countries and services that have a code. */
final class ListActions {
  private final BrowseCatalog catalog;
  private final CodeBook codes;

  ListActions(BrowseCatalog catalog, CodeBook codes) {
    this.catalog = catalog;
    this.codes = codes;
  }

  Reply countries(Caller caller, Ask ask) {
    var countries = new TreeMap<Integer, CountryView>();
    for (var country : catalog.countries()) {
      codes
          .codeOf(country.id())
          .map(Integer::valueOf)
          .ifPresent(id -> countries.put(id, CountryView.of(id, country)));
    }
    return Reply.json(200, countries);
  }

  /** With a country those in stock there. */
  Reply services(Caller caller, Ask ask) {
    var services = new ArrayList<ServiceView>();
    for (var platform : catalog.platforms(ask.country().map(Country::id))) {
      codes
          .codeOf(platform.id())
          .ifPresent(code -> services.add(new ServiceView(code, platform.name())));
    }
    services.sort(Comparator.comparing(ServiceView::code));
    return Reply.json(200, new ServicesView("success", services));
  }

  @JsonNaming(LowerCamelCaseStrategy.class)
  record CountryView(
      int id,
      String rus,
      String eng,
      String chn,
      int visible,
      int retry,
      int rent,
      int multiService) {
    static CountryView of(int id, Country country) {
      return new CountryView(
          id, named(country, "ru"), country.name(), named(country, "zh"), 1, 1, 0, 0);
    }

    private static String named(Country country, String language) {
      return Locale.of("", country.iso().toUpperCase(Locale.ROOT))
          .getDisplayCountry(Locale.of(language));
    }
  }

  record ServicesView(String status, List<ServiceView> services) {}

  record ServiceView(String code, String name) {}
}
