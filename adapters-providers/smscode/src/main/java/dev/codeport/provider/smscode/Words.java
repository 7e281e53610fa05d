package dev.codeport.provider.smscode;

import dev.codeport.domain.catalog.Atlas;
import dev.codeport.domain.catalog.Country;
import dev.codeport.domain.catalog.Platform;
import dev.codeport.provider.smscode.SmsCodeWire.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The vendor's ids for our countries and platforms.
 *
 * @param readAt when the vendor told them
 */
record Words(
    Map<String, Country> countries,
    Map<Country, String> countryIds,
    Map<String, Platform> platforms,
    Map<Platform, String> platformIds,
    Instant readAt) {

  /** By code where it is one of ours, else by name; of several the first stands for the thing. */
  static Words of(Atlas atlas, List<Named> countries, List<Named> services, Instant now) {
    var land = new HashMap<String, Country>();
    atlas.countries().forEach(each -> land.put(lower(each.name()), each));
    atlas.countries().forEach(each -> land.put(each.iso(), each));
    var thing = new HashMap<String, Platform>();
    atlas.platforms().forEach(each -> each.aliases().forEach(a -> thing.put(lower(a), each)));
    atlas.platforms().forEach(each -> thing.put(lower(each.name()), each));
    atlas.platforms().forEach(each -> thing.put(each.slug(), each));
    var ofCountries = meanings(countries, land);
    var ofServices = meanings(services, thing);
    return new Words(
        Map.copyOf(ofCountries),
        ids(countries, ofCountries),
        Map.copyOf(ofServices),
        ids(services, ofServices),
        now);
  }

  private static <T> Map<String, T> meanings(List<Named> all, Map<String, T> known) {
    var meanings = new HashMap<String, T>();
    for (var each : all) {
      var meant =
          each.code()
              .map(known::get)
              .or(() -> each.name().flatMap(name -> Optional.ofNullable(known.get(name))));
      each.id().ifPresent(id -> meant.ifPresent(thing -> meanings.put(id, thing)));
    }
    return meanings;
  }

  private static <T> Map<T, String> ids(List<Named> all, Map<String, T> meanings) {
    var ids = new HashMap<T, String>();
    for (var each : all) {
      each.id()
          .ifPresent(
              id -> Optional.ofNullable(meanings.get(id)).ifPresent(t -> ids.putIfAbsent(t, id)));
    }
    return Map.copyOf(ids);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
