package dev.codeport.bootstrap.faultrun;

import java.time.Duration;

/**
 * How large a run is, and how fast its time goes. Vendors keep numbers for minutes where real ones
 * take twenty, so that many ends fit into a run.
 *
 * @param orders how many numbers are to be had by customers
 * @param shoppers how many customers there are at once
 * @param kills how often the service is killed and started again
 * @param life how long vendors keep a number
 * @param cancelAge how long it must be kept before it is taken back
 * @param deadline how long the service waits for a vendor
 * @param storms how many storms befall each vendor
 * @param longStorm for how long one of them does not answer at all
 * @param smsWithin how long an SMS takes at the most
 * @param stockRefresh how often offers are fetched
 */
record Scale(
    long seed,
    int orders,
    int shoppers,
    int kills,
    Duration life,
    Duration cancelAge,
    Duration deadline,
    int storms,
    Duration longStorm,
    Duration smsWithin,
    Duration stockRefresh) {

  static final int FEW = 300;

  static Scale of(long seed, int orders) {
    return orders <= FEW ? small(seed, orders) : large(seed, orders);
  }

  /** For every build. */
  private static Scale small(long seed, int orders) {
    return new Scale(
        seed,
        orders,
        150,
        1,
        Duration.ofMinutes(2),
        Duration.ofSeconds(2),
        Duration.ofMillis(1500),
        1,
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        Duration.ofHours(1));
  }

  private static Scale large(long seed, int orders) {
    return new Scale(
        seed,
        orders,
        300,
        5,
        Duration.ofSeconds(150),
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        3,
        Duration.ofSeconds(100),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20));
  }

  /** As settings write it. */
  static String text(Duration time) {
    return time.toMillis() + "ms";
  }
}
