package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.catalog.CountryId;
import dev.codeport.domain.catalog.PlatformId;
import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.StockCache;
import dev.codeport.domain.pool.StockCache.Stocked;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link StockCache} must do. */
public interface StockCacheContract {
  PlatformId WHATSAPP = new PlatformId(1);

  /** An empty cache, the same throughout one test. */
  StockCache stock();

  @Test
  default void what_was_heard_is_remembered_with_its_time() {
    var here = offer(Given.NORTH, 1, "", 5);
    var operator = offer(Given.NORTH, 1, "telkomsel", 3);
    var there = offer(Given.NORTH, 2, "", 7);

    stock().replace(Given.NORTH, List.of(here, operator, there), minute(1));

    assertEquals(Set.of(new Stocked(here, minute(1)), new Stocked(operator, minute(1))), offers(1));
    assertEquals(Set.of(new Stocked(there, minute(1))), offers(2));
    assertEquals(Set.of(), offers(3));
    assertEquals(3, stock().all().size());
  }

  @Test
  default void what_a_vendor_declares_is_remembered_also_when_it_is_sold_out() {
    var plain = offer(Given.NORTH, 1, "", 5);
    var none = offer(Given.NORTH, 1, "xl", 3).declaring(Optional.of(0.0));
    var some = offer(Given.NORTH, 1, "axis", 3).declaring(Optional.of(0.715)).onLadder();
    var ladder = offer(Given.NORTH, 1, "telkomsel", 3).onLadder();
    stock().replace(Given.NORTH, List.of(plain, none, some, ladder), minute(1));

    stock().soldOut(some.tier(), minute(2));

    assertEquals(
        Set.of(
            new Stocked(plain, minute(1)),
            new Stocked(none, minute(1)),
            new Stocked(ladder, minute(1)),
            new Stocked(some.withCount(0), minute(2))),
        offers(1));
  }

  @Test
  default void what_a_vendor_no_longer_names_is_gone() {
    stock().replace(Given.NORTH, List.of(offer(Given.NORTH, 1, "", 5)), minute(1));
    stock().replace(Given.SOUTH, List.of(offer(Given.SOUTH, 1, "", 6)), minute(1));
    var elsewhere = offer(Given.NORTH, 2, "", 5);

    stock().replace(Given.NORTH, List.of(elsewhere), minute(2));

    assertEquals(Set.of(new Stocked(offer(Given.SOUTH, 1, "", 6), minute(1))), offers(1));
    assertEquals(Set.of(new Stocked(elsewhere, minute(2))), offers(2));
  }

  @Test
  default void news_of_one_product_leave_the_others_alone() {
    var other = offer(Given.NORTH, 2, "", 7);
    var rival = offer(Given.SOUTH, 1, "", 9);
    stock().replace(Given.NORTH, List.of(offer(Given.NORTH, 1, "", 5), other), minute(1));
    stock().replace(Given.SOUTH, List.of(rival), minute(1));

    var fresh = offer(Given.NORTH, 1, "xl", 4);
    stock().replace(Given.NORTH, new CountryId(1), WHATSAPP, List.of(fresh), minute(2));

    assertEquals(Set.of(new Stocked(fresh, minute(2)), new Stocked(rival, minute(1))), offers(1));
    assertEquals(Set.of(new Stocked(other, minute(1))), offers(2));

    stock().replace(Given.NORTH, new CountryId(1), WHATSAPP, List.of(), minute(3));
    assertEquals(Set.of(new Stocked(rival, minute(1))), offers(1));
  }

  @Test
  default void what_is_sold_out_stays_known_with_none_left() {
    var offer = offer(Given.NORTH, 1, "", 5);
    stock().replace(Given.NORTH, List.of(offer), minute(1));

    stock().soldOut(offer.tier(), minute(2));
    stock().soldOut(offer(Given.SOUTH, 9, "", 1).tier(), minute(2));

    assertEquals(Set.of(new Stocked(offer.withCount(0), minute(2))), offers(1));
    assertEquals(1, stock().all().size());

    stock().replace(Given.NORTH, List.of(offer), minute(3));
    assertEquals(Set.of(new Stocked(offer, minute(3))), offers(1));
  }

  @Test
  default void many_vendors_report_at_once() {
    var reports =
        Race.of(
            16,
            i -> {
              var vendor = new ProviderId("v" + i);
              stock().replace(vendor, List.of(offer(vendor, 1, "", i)), minute(i));
              stock().soldOut(offer(vendor, 1, "", i).tier(), minute(i));
              return stock().offers(new CountryId(1), WHATSAPP).size();
            });

    assertEquals(16, reports.size());
    assertEquals(16, offers(1).size());
    assertEquals(0, stock().all().stream().mapToInt(s -> s.offer().count()).sum());
  }

  private Set<Stocked> offers(int country) {
    return Set.copyOf(stock().offers(new CountryId(country), WHATSAPP));
  }

  private static Offer offer(ProviderId provider, int country, String operator, int count) {
    var key =
        new TierKey(
            provider,
            new CountryId(country),
            WHATSAPP,
            Optional.of(operator).filter(code -> !code.isEmpty()));
    return new Offer(key, Given.dollars("0.0044"), count);
  }
}
