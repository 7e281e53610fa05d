package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.catalog.TierKey;
import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.Offer;
import dev.codeport.domain.pool.Power;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a number provider says it has. */
public interface NumberOffersContract extends NumberProviderStage {
  private List<Offer> live() {
    return Expect.given(provider().offers(country().id(), platform().id()));
  }

  private static Optional<Offer> ofAnyOperator(List<Offer> offers, TierKey tier) {
    return offers.stream().filter(offer -> offer.tier().equals(tier)).findFirst();
  }

  private TierKey tier() {
    var id = provider().profile().id();
    return new TierKey(id, country().id(), platform().id(), Optional.empty());
  }

  @Test
  default void what_is_in_stock_is_offered() {
    stock(7);

    var offer = ofAnyOperator(live(), tier()).orElseThrow();

    assertEquals(7, offer.count());
    assertTrue(offer.cost().isPositive());
    assertEquals(provider().profile().currency(), offer.cost().currency());
  }

  @Test
  default void the_whole_list_and_the_live_look_agree() {
    var all = Expect.given(provider().offers());

    assertEquals(ofAnyOperator(live(), tier()), ofAnyOperator(all, tier()));
  }

  @Test
  default void every_tier_is_its_own_and_listed_once() {
    var all = Expect.given(provider().offers());
    var tiers = all.stream().map(Offer::tier).toList();

    assertEquals(tiers.size(), new HashSet<>(tiers).size());
    assertTrue(tiers.stream().allMatch(t -> t.provider().equals(provider().profile().id())));
  }

  @Test
  default void what_is_sold_out_has_none_left() {
    stock(0);

    assertEquals(0, live().stream().mapToInt(Offer::count).sum());
  }

  @Test
  default void a_live_look_answers_for_what_was_asked_only() {
    assertTrue(
        live().stream()
            .map(Offer::tier)
            .allMatch(
                t -> t.country().equals(country().id()) && t.platform().equals(platform().id())));
  }

  @Test
  default void what_it_does_not_sell_it_does_not_offer() {
    assertEquals(List.of(), Expect.given(provider().offers(country().id(), unsold().id())));
  }

  @Test
  default void operators_are_offered_where_they_can_be_chosen_and_nowhere_else() {
    var operators = live().stream().flatMap(offer -> offer.tier().operator().stream()).toList();

    if (can(Power.OPERATORS)) {
      assertTrue(operators.contains(operator().orElseThrow()), operators.toString());
    } else {
      assertEquals(List.of(), operators);
    }
  }

  @Test
  default void a_vendor_that_is_not_there_has_no_offers_rather_than_none() {
    fallSilent();

    assertInstanceOf(Answer.Missing.class, provider().offers());
    assertInstanceOf(Answer.Missing.class, provider().offers(country().id(), platform().id()));
  }

  @Test
  default void offers_that_cannot_be_read_are_missing() {
    garbleNextAnswer();

    assertInstanceOf(Answer.Missing.class, provider().offers());
  }
}
