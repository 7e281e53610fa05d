package dev.codeport.bootstrap.faultrun;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deals mishaps to the requests of one vendor: among so many requests for one thing, each kind that
 * may befall it comes once, at a place that chance chooses.
 */
final class Deck {
  /** Among how many requests each kind comes once. */
  private static final Map<Place, Integer> SIZES =
      new EnumMap<>(
          Map.of(
              Place.BUY, 80,
              Place.CANCEL, 45,
              Place.STEP, 30,
              Place.LIST, 60,
              Place.STATUS, 250,
              Place.SHELF, 40));

  /** What keeps us from a vendor for a while comes once in so many rounds only. */
  private static final int ROUNDS = 5;

  private static final Set<Mishap> SELDOM =
      EnumSet.of(Mishap.TOO_MANY, Mishap.NO_BALANCE, Mishap.BANNED);

  /** Of so many requests that would be spared, one meets what nobody has met yet. */
  private static final int NEVER_YET = 6;

  private final Random random;
  private final Predicate<Mishap> possible;
  private final Outstanding outstanding;
  private final Map<Place, Deque<Optional<Mishap>>> cards = perPlace(place -> new ArrayDeque<>());
  private final Map<Place, Deque<Mishap>> kept = perPlace(place -> new ArrayDeque<>());
  private final Map<Mishap, Long> dealt = new EnumMap<>(Mishap.class);
  private boolean closed;

  /**
   * @param possible what this vendor's protocol knows at all
   * @param outstanding of all vendors of the run
   */
  Deck(long seed, Predicate<Mishap> possible, Outstanding outstanding) {
    this.random = new Random(seed);
    this.possible = possible;
    this.outstanding = outstanding;
  }

  private static <T> Map<Place, T> perPlace(Function<Place, T> made) {
    return Arrays.stream(Place.values())
        .collect(
            Collectors.toMap(
                Function.identity(), made, (one, other) -> one, () -> new EnumMap<>(Place.class)));
  }

  synchronized Optional<Mishap> draw(Place place) {
    if (closed) {
      return Optional.empty();
    }
    var left = of(cards, place);
    if (left.isEmpty()) {
      left.addAll(shuffled(all(place), SIZES.getOrDefault(place, 0)));
    }
    var drawn = left.remove().or(() -> neverYet(place));
    drawn.ifPresent(this::note);
    return drawn.or(() -> Optional.ofNullable(of(kept, place).poll()));
  }

  private Optional<Mishap> neverYet(Place place) {
    return random.nextInt(NEVER_YET) == 0 ? outstanding.take(place, possible) : Optional.empty();
  }

  private void note(Mishap mishap) {
    dealt.merge(mishap, 1L, Long::sum);
    outstanding.dealt(mishap);
  }

  /** It could not happen to that request: it goes to another. */
  synchronized void putBack(Place place, Mishap mishap) {
    of(kept, place).add(mishap);
  }

  /** From now on all goes well. */
  synchronized void close() {
    closed = true;
  }

  /** How often each kind was planned. */
  synchronized Map<Mishap, Long> dealt() {
    return Map.copyOf(dealt);
  }

  private List<Mishap> all(Place place) {
    return Arrays.stream(Mishap.values())
        .filter(each -> each.places.contains(place) && possible.test(each))
        .filter(each -> !SELDOM.contains(each) || random.nextInt(ROUNDS) == 0)
        .toList();
  }

  private List<Optional<Mishap>> shuffled(List<Mishap> mishaps, int size) {
    var cards = new ArrayList<Optional<Mishap>>();
    mishaps.forEach(mishap -> cards.add(Optional.of(mishap)));
    while (cards.size() < size) {
      cards.add(Optional.empty());
    }
    Collections.shuffle(cards, random);
    return cards;
  }

  private static <T> T of(Map<Place, T> map, Place place) {
    return Optional.ofNullable(map.get(place)).orElseThrow();
  }
}
