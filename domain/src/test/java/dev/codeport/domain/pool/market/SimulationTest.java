package dev.codeport.domain.pool.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Balance;
import dev.codeport.domain.pool.RoutingPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final long SEED = 77;

  @Test
  void balanced_is_close_to_the_best_seller_and_cheapest_is_not() {
    var balanced = run(Scene.steady(), RoutingPolicy.BALANCED);
    var cheapest = run(Scene.steady(), RoutingPolicy.CHEAPEST);

    assertTrue(balanced.regret() < 8, () -> "regret " + balanced.regret());
    assertTrue(cheapest.regret() > 25, () -> "regret " + cheapest.regret());
    assertTrue(balanced.codes() > 74, () -> balanced.codes() + " codes");
  }

  @Test
  void balanced_leaves_a_seller_that_turns_bad_and_cheapest_never_comes_to_a_good_one() {
    var balanced = run(Scene.turning(), RoutingPolicy.BALANCED);
    var cheapest = run(Scene.turning(), RoutingPolicy.CHEAPEST);

    assertTrue(balanced.recovery().orElse(9_999) < 150, () -> "after " + balanced.recovery());
    assertEquals(Optional.empty(), cheapest.recovery());
    assertTrue(balanced.codes() > cheapest.codes() + 25);
  }

  @Test
  void the_same_seed_gives_the_same_run() {
    assertEquals(
        run(Scene.turning(), RoutingPolicy.BALANCED), run(Scene.turning(), RoutingPolicy.BALANCED));
  }

  private static Run.Report run(Scene scene, RoutingPolicy policy) {
    return new Run(scene, policy, Balance.STANDARD, Duration.ofHours(6), SEED).report();
  }
}
