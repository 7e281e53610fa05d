package dev.codeport.domain.pool.market;

import java.util.function.IntToDoubleFunction;

/**
 * A vendor as it truly is.
 *
 * @param price in rupiah
 * @param seconds how long its codes take, in seconds
 * @param phantom how often it has no number although it says so, 0 to 1
 * @param rate how many of its numbers bring a code, 0 to 1, at the time of the n-th order
 */
record Seller(String name, long price, int seconds, double phantom, IntToDoubleFunction rate) {
  static Seller steady(String name, long price, int seconds, double rate) {
    return new Seller(name, price, seconds, 0, order -> rate);
  }

  /** Becomes another from that order on. */
  Seller turning(int at, double then) {
    return new Seller(
        name, price, seconds, phantom, order -> order < at ? rate.applyAsDouble(order) : then);
  }

  Seller lying(double share) {
    return new Seller(name, price, seconds, share, rate);
  }

  double rateAt(int order) {
    return rate.applyAsDouble(order);
  }
}
