package dev.codeport.domain.pool;

import java.util.random.RandomGenerator;

/**
 * A belief about a rate of which something was seen: the Beta distribution.
 *
 * @param alpha 1 and what speaks for it; 1 or more
 * @param beta 1 and what speaks against it; 1 or more
 */
public record Beta(double alpha, double beta) {
  public Beta {
    if (!(alpha >= 1) || !(beta >= 1)) {
      throw new IllegalArgumentException("a belief begins with 1 and 1");
    }
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  /** A rate, 0 to 1, as likely to be drawn as it is believed. */
  public double draw(RandomGenerator random) {
    double pro = gamma(alpha, random);
    double con = gamma(beta, random);
    return pro / (pro + con);
  }

  /** By Marsaglia and Tsang (2000): a cubed normal variate, refused where it does not fit. */
  private static double gamma(double shape, RandomGenerator random) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      if (root > 0) {
        double v = root * root * root;
        if (Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
          return d * v;
        }
      }
    }
  }
}
