package dev.codeport.redis;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.contract.Given;
import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stock does when Redis is killed, frozen, emptied or scribbled in. */
class StockFaultsTest {
  /** For those who are to wait for it; short, and yet longer than a busy machine stands still. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Far above the timeout, far below waiting for ever: the machine may be busy. */
  private static final Duration BEARABLE = Duration.ofSeconds(10);

  private static final PlatformId WHATSAPP = new PlatformId(1);

  private final Server server = Server.start();
  private final Diary diary = new Diary();
  private final Redis redis = Shared.open(server.url(), "faults", Shared.PATIENT, diary);
  private final StockCache stock = stock(redis);

  @AfterEach
  void close() {
    redis.close();
    server.close();
  }

  @Test
  void without_redis_a_node_sells_what_it_heard_itself() {
    stock.replace(Given.NORTH, List.of(offer(1, 5), offer(2, 6)), minute(1));
    server.kill();
    Eventually.holds("it is noticed", () -> !redis.isUp());

    assertEquals(5, count(stock, 1));
    stock.soldOut(offer(1, 5).tier(), minute(2));
    stock.replace(Given.SOUTH, List.of(offer(3, 9)), minute(2));
    stock.replace(Given.NORTH, new CountryId(2), WHATSAPP, List.of(), minute(2));

    assertEquals(0, count(stock, 1));
    assertEquals(0, count(stock, 2));
    assertEquals(9, count(stock, 3));
    assertEquals(2, stock.all().size());
    assertTrue(diary.fallen("stock") >= 6);
  }

  @Test
  void what_redis_missed_is_not_believed_before_the_list_is_heard_again() {
    try (var hasty = Shared.open(server.url(), "faults", TIMEOUT)) {
      var here = stock(hasty);
      here.replace(Given.NORTH, List.of(offer(1, 5)), minute(1));
      server.freeze();
      here.soldOut(offer(1, 5).tier(), minute(2));
      here.soldOut(offer(1, 5).tier(), minute(2));
      here.soldOut(offer(1, 5).tier(), minute(2));
      Eventually.holds("it is noticed", () -> !hasty.isUp());
      here.replace(Given.NORTH, new CountryId(2), WHATSAPP, List.of(offer(2, 4)), minute(3));
      server.thaw();
      Eventually.holds("it is found again", hasty::isUp);

      assertEquals(4, count(here, 2));
      assertEquals(2, here.all().size());

      here.replace(Given.NORTH, List.of(offer(2, 8)), minute(4));
    }
    assertEquals(8, count(stock, 2));
    assertEquals(0, count(stock, 1));
  }

  @Test
  void a_flush_takes_nothing_from_those_who_heard_it_themselves() {
    stock.replace(Given.NORTH, List.of(offer(1, 5), offer(2, 6)), minute(1));
    try (var client = RedisClient.create(server.url())) {
      assertEquals("OK", client.connect().sync().flushall());
    }

    assertEquals(5, count(stock, 1));
    stock.replace(Given.NORTH, new CountryId(1), WHATSAPP, List.of(offer(1, 4)), minute(2));

    assertEquals(4, count(stock, 1));
    assertEquals(6, count(stock, 2));
    assertEquals(2, stock.all().size());
    assertEquals(0, diary.fallen("stock"));
  }

  @Test
  void lists_come_and_go_under_load_while_redis_dies_and_returns() {
    var seen = new Diary();
    try (var hasty = Shared.open(server.url(), "faults", TIMEOUT, seen)) {
      var here = stock(hasty);
      assertTrue(replaced(here));
      try (var readers = Load.of(16, () -> here.offers(new CountryId(7), WHATSAPP).size() == 1);
          var writer = Load.of(1, () -> replaced(here))) {
        server.kill();
        Eventually.holds("it is noticed", () -> !hasty.isUp());
        readers.nobodyWaits();
        writer.nobodyWaits();
        server.restart();
        Eventually.holds("it is found again", hasty::isUp);
        writer.goesOn(3);
        readers.goesOn(1_000);
        assertTrue(readers.longest().compareTo(BEARABLE) < 0, readers.longest().toString());
      }
      assertEquals(List.of(true, false, true), seen.changes().subList(0, 3));
    }
    Eventually.holds("it is up", redis::isUp);
    assertEquals(4_000, stock.all().size());
  }

  @Test
  void what_is_none_of_ours_harms_nobody() {
    stock.replace(Given.NORTH, List.of(offer(1, 5)), minute(1));
    try (var client = RedisClient.create(server.url())) {
      var commands = client.connect().sync();
      var product = CatalogProductId.of(new CountryId(1), WHATSAPP);
      commands.hset("faults:stock:{north}", Integer.toString(product.value()), "scribble");
      commands.hset("faults:stock:{north}", "#", "1");
      commands.sadd("faults:stock-of", "No Vendor");
    }

    assertEquals(5, count(stock, 1));
    assertEquals(1, stock.all().size());
    stock.soldOut(offer(1, 5).tier(), minute(2));
    assertEquals(0, count(stock, 1));
  }

  private static StockCache stock(Redis by) {
    return new RedisStockCache(by, Duration.ofMinutes(10));
  }

  private static boolean replaced(StockCache stock) {
    stock.replace(Given.NORTH, RedisStockCacheTest.many(4_000), minute(2));
    return true;
  }

  private static int count(StockCache by, int country) {
    return by.offers(new CountryId(country), WHATSAPP).stream()
        .mapToInt(stocked -> stocked.offer().count())
        .sum();
  }

  private static Offer offer(int country, int count) {
    var vendor = country == 3 ? Given.SOUTH : Given.NORTH;
    var key = new TierKey(vendor, new CountryId(country), WHATSAPP, Optional.empty());
    return new Offer(key, Given.dollars("0.0044"), count);
  }
}
