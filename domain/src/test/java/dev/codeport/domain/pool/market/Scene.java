package dev.codeport.domain.pool.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Some sellers, and what befalls them.
 *
 * @param turn at which order one turns bad, if one does
 */
record Scene(String name, int orders, List<Seller> sellers, Optional<Integer> turn) {
  private static final int ORDERS = 2_000;
  private static final int TURN = 1_000;

  static List<Scene> all() {
    return List.of(steady(), turning(), recovering(), many(), lying());
  }

  static Scene steady() {
    return new Scene("steady", ORDERS, four(), Optional.empty());
  }

  /** The best of them brings next to nothing from the middle on. */
  static Scene turning() {
    var sellers = new ArrayList<>(four());
    sellers.set(1, sellers.get(1).turning(TURN, 0.10));
    return new Scene("the best turns bad", ORDERS, List.copyOf(sellers), Optional.of(TURN));
  }

  /** A bad one is good from the middle on, and becomes the best by far. */
  private static Scene recovering() {
    var sellers = new ArrayList<>(four());
    sellers.set(0, sellers.get(0).turning(TURN, 0.95));
    return new Scene("a bad one turns good", ORDERS, List.copyOf(sellers), Optional.of(TURN));
  }

  /** Thirty tiers, as of operators. */
  private static Scene many() {
    var dice = new Random(30);
    var sellers = new ArrayList<Seller>();
    for (int i = 0; i < 30; i++) {
      sellers.add(
          Seller.steady(
              "operator " + i,
              1_000 + dice.nextInt(2_000),
              10 + dice.nextInt(60),
              0.2 + 0.65 * dice.nextDouble()));
    }
    return new Scene("thirty operators", ORDERS, List.copyOf(sellers), Optional.empty());
  }

  /** The best at the lowest price seldom has what it says. */
  private static Scene lying() {
    var sellers = new ArrayList<>(four());
    sellers.set(0, Seller.steady("liar", 900, 20, 0.82).lying(0.9));
    return new Scene("phantom stock", ORDERS, List.copyOf(sellers), Optional.empty());
  }

  private static List<Seller> four() {
    return List.of(
        Seller.steady("cheap", 1_000, 25, 0.40),
        Seller.steady("good", 1_300, 20, 0.82),
        Seller.steady("slow", 1_250, 90, 0.78),
        Seller.steady("dear", 3_000, 15, 0.85));
  }
}
