package dev.codeport.domain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaTest {
  private static final int DRAWS = 200_000;

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "3.5,1.25", "81,21", "1.0001,400"})
  void draws_have_the_mean_and_the_spread_of_the_distribution(double alpha, double beta) {
    var belief = new Beta(alpha, beta);
    var random = new Random(20_260_301);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double drawn = belief.draw(random);
      assertTrue(drawn >= 0 && drawn <= 1);
      sum += drawn;
      squares += drawn * drawn;
    }

    double mean = sum / DRAWS;
    double total = alpha + beta;
    double variance = alpha * beta / (total * total * (total + 1));
    assertEquals(alpha / total, belief.mean(), 1e-12);
    assertEquals(belief.mean(), mean, 5 * Math.sqrt(variance / DRAWS));
    assertEquals(variance, squares / DRAWS - mean * mean, variance / 20);
  }

  @Test
  void a_belief_in_nothing_yet_is_any_rate_alike() {
    var random = new Random(3);
    var tenths = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      tenths[(int) (new Beta(1, 1).draw(random) * 10)]++;
    }

    for (int share : tenths) {
      assertEquals(DRAWS / 10.0, share, DRAWS / 100.0);
    }
  }

  @Test
  void it_begins_with_one_and_one() {
    assertThrows(IllegalArgumentException.class, () -> new Beta(0.9, 1));
    assertThrows(IllegalArgumentException.class, () -> new Beta(1, Double.NaN));
  }
}
