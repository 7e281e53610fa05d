package dev.codeport.provider.sandbox;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/**
 * What a sandbox vendor is like. Begin with {@link #cheap} or {@link #swift} and change what should
 * differ.
 *
 * @param line 0 to 9, another for every vendor of a process: no two give the same number
 * @param port on loopback; 0 for any free one
 * @param balance our money there at the start; its currency is the vendor's
 */
public record SandboxSettings(
    String name,
    int line,
    int port,
    ErrorStyle errors,
    Money balance,
    Shelves shelves,
    Delivery delivery,
    Keeping keeping) {
  private static final int MOST = 1_000_000_000;

  public SandboxSettings {
    require(line >= 0 && line <= 9, "a line is 0 to 9");
    require(port >= 0 && port <= 65535, "a port is 0 to 65535");
  }

  /**
   * @param priceFactor by what all prices are multiplied, above zero
   * @param stock how many numbers of one country and platform there are at the most, to 10^9
   * @param seed of prices and stock: the same seed, the same shelves
   * @param operators whether numbers of a chosen operator can be had, in a few countries
   */
  public record Shelves(BigDecimal priceFactor, int stock, long seed, boolean operators) {
    public Shelves {
      require(priceFactor.signum() > 0, "a price factor is above zero");
      require(stock >= 0 && stock <= MOST, "stock is 0 to " + MOST);
    }
  }

  /**
   * @param success how many of the numbers get their SMS by themselves, 0 to 1
   * @param delayMin how long after the lease the SMS comes, at the least; zero for at once
   * @param silent platforms (slug or code) whose SMS do not come by themselves
   */
  public record Delivery(double success, Duration delayMin, Duration delayMax, Set<String> silent) {
    public Delivery {
      require(success >= 0 && success <= 1, "success is 0 to 1");
      require(!delayMin.isNegative() && delayMax.compareTo(delayMin) >= 0, "a delay is min to max");
      silent = Set.copyOf(silent);
    }
  }

  /**
   * @param lifetime how long a number is kept
   * @param minimumCancelAge how long it must be kept before it can be given back
   */
  public record Keeping(Duration lifetime, Duration minimumCancelAge) {
    public Keeping {
      require(lifetime.isPositive(), "a number is kept for some time");
      require(!minimumCancelAge.isNegative(), "a cancel age is not negative");
    }
  }

  /** Cheap and slow; one in seven numbers never gets an SMS; no choice of operator. */
  public static SandboxSettings cheap() {
    return new SandboxSettings(
        "cheap",
        1,
        0,
        ErrorStyle.TOKEN,
        Money.of(10_000, Currency.USD),
        new Shelves(BigDecimal.ONE, 500, 1, false),
        new Delivery(0.85, Duration.ofSeconds(5), Duration.ofSeconds(25), Set.of()),
        new Keeping(Duration.ofMinutes(20), Duration.ofMinutes(2)));
  }

  /** Half again as dear, quick, hardly ever fails, and knows operators in a few countries. */
  public static SandboxSettings swift() {
    return cheap()
        .named("swift", 2)
        .withShelves(new Shelves(new BigDecimal("1.5"), 200, 2, true))
        .withSuccess(0.97)
        .withDelay(Duration.ofSeconds(2), Duration.ofSeconds(8));
  }

  /** For tests and load: every SMS is there at once, and nothing ever runs out. */
  public SandboxSettings instant() {
    return withSuccess(1)
        .withDelay(Duration.ZERO, Duration.ZERO)
        .withStock(MOST)
        .withBalance(Money.of(1_000_000_000, balance.currency()));
  }

  public SandboxSettings named(String other, int otherLine) {
    return new SandboxSettings(other, otherLine, port, errors, balance, shelves, delivery, keeping);
  }

  public SandboxSettings withPort(int other) {
    return new SandboxSettings(name, line, other, errors, balance, shelves, delivery, keeping);
  }

  public SandboxSettings withErrors(ErrorStyle other) {
    return new SandboxSettings(name, line, port, other, balance, shelves, delivery, keeping);
  }

  public SandboxSettings withBalance(Money other) {
    return new SandboxSettings(name, line, port, errors, other, shelves, delivery, keeping);
  }

  public SandboxSettings withShelves(Shelves other) {
    return new SandboxSettings(name, line, port, errors, balance, other, delivery, keeping);
  }

  public SandboxSettings withStock(int other) {
    return withShelves(
        new Shelves(shelves.priceFactor(), other, shelves.seed(), shelves.operators()));
  }

  public SandboxSettings withOperators(boolean other) {
    return withShelves(new Shelves(shelves.priceFactor(), shelves.stock(), shelves.seed(), other));
  }

  public SandboxSettings withDelivery(Delivery other) {
    return new SandboxSettings(name, line, port, errors, balance, shelves, other, keeping);
  }

  public SandboxSettings withSuccess(double other) {
    return withDelivery(
        new Delivery(other, delivery.delayMin(), delivery.delayMax(), delivery.silent()));
  }

  public SandboxSettings withDelay(Duration min, Duration max) {
    return withDelivery(new Delivery(delivery.success(), min, max, delivery.silent()));
  }

  /** No SMS comes by itself on these platforms (slug or code). */
  public SandboxSettings withSilent(Set<String> other) {
    return withDelivery(
        new Delivery(delivery.success(), delivery.delayMin(), delivery.delayMax(), other));
  }

  public SandboxSettings withKeeping(Keeping other) {
    return new SandboxSettings(name, line, port, errors, balance, shelves, delivery, other);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
