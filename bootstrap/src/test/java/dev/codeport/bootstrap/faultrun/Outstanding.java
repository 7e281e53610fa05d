package dev.codeport.bootstrap.faultrun;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What no vendor's deck has dealt yet, so that a short run sees all of it too. */
final class Outstanding {
  private final Set<Mishap> all =
      Arrays.stream(Mishap.values())
          .filter(mishap -> !mishap.places.isEmpty())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mishap.class)));

  synchronized Optional<Mishap> take(Place place, Predicate<Mishap> possible) {
    var next =
        all.stream()
            .filter(mishap -> mishap.places.contains(place) && possible.test(mishap))
            .findFirst();
    next.ifPresent(all::remove);
    return next;
  }

  synchronized void dealt(Mishap mishap) {
    all.remove(mishap);
  }
}
