package dev.codeport.provider.sandbox;

import com.google.common.hash.Hashing;
import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Wares.Land;
import dev.codeport.provider.sandbox.Wares.Service;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** The numbers of one country for one platform: their price and how many are left. */
final class Shelf {
  private static final BigDecimal CHEAPEST = new BigDecimal("0.0044");
  private static final BigDecimal PERCENT = new BigDecimal("0.0001");
  private static final int EMPTY_ONE_IN = 12;

  /** With more than this, nothing is ever sold out. */
  private static final int SCARCE = 1_000_000;

  private final Land land;
  private final Service service;
  private final Money price;
  private int left;

  Shelf(Land land, Service service, SandboxSettings settings) {
    this.land = land;
    this.service = service;
    long chance = chance(land, service, settings.shelves().seed());
    this.price = price(chance, settings);
    this.left = stock(chance, settings.shelves().stock());
  }

  Land land() {
    return land;
  }

  Service service() {
    return service;
  }

  Money price() {
    return price;
  }

  int left() {
    return left;
  }

  /** How many of one operator; it has its share as long as there are any. */
  int leftOfOperator() {
    return Math.ceilDiv(left, Math.max(1, land.operators().size()));
  }

  void take() {
    left--;
  }

  void putBack() {
    left++;
  }

  void fill(int count) {
    left = count;
  }

  /** Middle price by level and factor, 15 % up or down, four decimals, never below 0.0044. */
  private Money price(long chance, SandboxSettings settings) {
    var percent = BigDecimal.valueOf(land.level() * (85 + chance % 31));
    var amount =
        service
            .price()
            .multiply(percent)
            .multiply(PERCENT)
            .multiply(settings.shelves().priceFactor())
            .setScale(4, RoundingMode.HALF_UP);
    Currency currency = settings.balance().currency();
    return Money.of(amount.max(CHEAPEST), currency);
  }

  /**
   * Half to all of the most, and one in twelve sold out; Indonesia, which every demonstration uses,
   * sells everything, and all its WhatsApp.
   */
  private int stock(long chance, int most) {
    if (land.iso().equals("id") && service.slug().equals("whatsapp")) {
      return most;
    }
    long dice = chance / 31;
    boolean soldOut = dice % EMPTY_ONE_IN == 0 && !land.iso().equals("id") && most <= SCARCE;
    return soldOut ? 0 : most - (int) (dice / EMPTY_ONE_IN % (most / 2 + 1));
  }

  private static long chance(Land land, Service service, long seed) {
    var name = seed + "/" + land.code() + "/" + service.code();
    return Hashing.sha256().hashString(name, StandardCharsets.UTF_8).asLong() >>> 1;
  }
}
