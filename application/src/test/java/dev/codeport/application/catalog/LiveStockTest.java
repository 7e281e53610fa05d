package dev.codeport.application.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.catalog.CatalogProductId;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.memory.MemoryStockCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveStockTest {
  private static final Instant NOON = Instant.parse("2031-01-02T12:00:00Z");
  private static final CatalogProductId PRODUCT = CatalogProductId.of(Shop.COUNTRY, Shop.PLATFORM);
  private static final Duration AGE = Duration.ofMinutes(2);

  private final Shop shop = new Shop("shop");
  private final StockCache cache = new MemoryStockCache();
  private final LiveStock stock = new LiveStock(new Pool(List.of(shop)), cache, AGE);
  private final Offer any = shop.offer("", "0.10", 5);

  @Test
  void what_is_young_enough_is_sold_by_without_asking() {
    heard(any);

    assertEquals(List.of(any), stock.offers(PRODUCT, NOON.plus(AGE).minusMillis(1)));

    assertEquals(0, shop.asked);
  }

  @Test
  void what_is_too_old_is_asked_for_before_the_sale_and_once_only() {
    heard(any);
    var newer = shop.offer("", "0.12", 3);
    shop.has(newer);

    for (int i = 0; i < 3; i++) {
      assertEquals(List.of(newer), stock.offers(PRODUCT, NOON.plus(AGE).plusSeconds(i)));
    }

    assertEquals(1, shop.asked);
  }

  @Test
  void a_vendor_that_does_not_answer_has_nothing_once_what_is_known_is_too_old() {
    heard(any);
    shop.isAway(Optional.empty());

    assertEquals(List.of(), stock.offers(PRODUCT, NOON.plus(AGE)));
  }

  @Test
  void the_lowest_step_of_a_ladder_is_asked_for_again_before_a_sale() {
    heard(any.onLadder());
    var higher = shop.offer("", "0.15", 40).onLadder();
    shop.has(higher);
    assertEquals(List.of(any.onLadder()), stock.offers(PRODUCT, NOON.plusSeconds(4)));

    assertEquals(List.of(higher), stock.offers(PRODUCT, NOON.plusSeconds(5)));
    assertEquals(List.of(higher), stock.offers(PRODUCT, NOON.plusSeconds(9)));

    assertEquals(1, shop.asked);
  }

  @Test
  void a_ladder_whose_vendor_does_not_answer_is_sold_by_until_it_is_too_old() {
    heard(any.onLadder());
    shop.isAway(Optional.empty());

    assertEquals(List.of(any.onLadder()), stock.offers(PRODUCT, NOON.plusSeconds(30)));
    assertEquals(List.of(), stock.offers(PRODUCT, NOON.plus(AGE)));
  }

  @Test
  void a_price_that_could_not_be_bought_is_gone_and_the_new_one_asked_for_before_the_next_sale() {
    heard(any);
    var dearer = shop.offer("", "0.20", 5);
    shop.has(dearer);

    stock.priceMoved(any.tier(), NOON.plusSeconds(1));

    assertEquals(0, cache.all().getFirst().offer().count());
    assertEquals(List.of(dearer), stock.offers(PRODUCT, NOON.plusSeconds(1)));
    assertEquals(List.of(dearer), stock.offers(PRODUCT, NOON.plusSeconds(2)));
    assertEquals(1, shop.asked);
  }

  @Test
  void while_the_vendor_does_not_tell_the_new_price_the_old_one_is_not_sold_by() {
    heard(any);
    shop.isAway(Optional.empty());

    stock.priceMoved(any.tier(), NOON);

    assertEquals(
        List.of(any.withCount(0)), stock.offers(PRODUCT, NOON.plusSeconds(1)), "none of it");
    shop.has(any);
    assertEquals(List.of(any), stock.offers(PRODUCT, NOON.plusSeconds(2)));
  }

  @Test
  void what_is_sold_out_stays_so_until_the_vendor_is_heard_again() {
    heard(any);
    shop.has(any);

    stock.soldOut(any.tier(), NOON);

    assertEquals(List.of(any.withCount(0)), stock.offers(PRODUCT, NOON.plusSeconds(30)));
    assertEquals(0, shop.asked);
    stock.heard(shop.profile().id(), List.of(any), NOON.plusSeconds(60));
    assertEquals(List.of(any), stock.offers(PRODUCT, NOON.plusSeconds(61)));
  }

  @Test
  void on_a_ladder_no_numbers_means_that_the_next_step_is_asked_for() {
    heard(any.onLadder());
    var higher = shop.offer("", "0.15", 40).onLadder();
    shop.has(higher);

    stock.soldOut(any.tier(), NOON.plusSeconds(1));

    assertEquals(List.of(higher), stock.offers(PRODUCT, NOON.plusSeconds(1)));
  }

  @Test
  void that_one_tier_is_sold_out_does_not_make_the_others_young() {
    var other = shop.offer("telkomsel", "0.10", 7);
    heard(any, other);
    shop.has(any, other);
    stock.soldOut(any.tier(), NOON.plus(AGE).minusSeconds(1));

    assertEquals(List.of(any, other), stock.offers(PRODUCT, NOON.plus(AGE)));
    assertEquals(1, shop.asked);
  }

  private void heard(Offer... offers) {
    stock.heard(shop.profile().id(), List.of(offers), NOON);
  }
}
