package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shelves of a vendor. Used only under the {@link Desk}'s lock. */
final class Racks {
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();

  /** What a shelf shows. */
  record Price(Land land, Service service, Money price, int count) {}

  Racks(SandboxSettings settings) {
    for (var land : Wares.SHIPPED.lands().values()) {
      for (var service : Wares.SHIPPED.services().values()) {
        shelves.put(key(land, service), new Shelf(land, service, settings));
      }
    }
  }

  Shelf shelf(Land land, Service service) {
    return Optional.ofNullable(shelves.get(key(land, service))).orElseThrow();
  }

  List<Price> prices(Optional<Land> land, Optional<Service> service, boolean ofOneOperator) {
    if (land.isPresent() && service.isPresent()) {
      return List.of(price(shelf(land.get(), service.get()), ofOneOperator));
    }
    return shelves.values().stream()
        .filter(shelf -> land.isEmpty() || land.get().equals(shelf.land()))
        .filter(shelf -> service.isEmpty() || service.get().equals(shelf.service()))
        .map(shelf -> price(shelf, ofOneOperator))
        .toList();
  }

  private static Price price(Shelf shelf, boolean ofOneOperator) {
    int count = ofOneOperator ? shelf.leftOfOperator() : shelf.left();
    return new Price(shelf.land(), shelf.service(), shelf.price(), count);
  }

  private static String key(Land land, Service service) {
    return land.code() + "/" + service.code();
  }
}
