package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.LeaseNews;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.ProviderHealth;
import dev.codeport.domain.pool.Push;
import dev.codeport.domain.pool.PushResult;
import dev.codeport.domain.pool.VendorCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link dev.codeport.domain.pool.NumberProvider} must do. */
public interface NumberProviderContract
    extends NumberOffersContract,
        NumberLeaseContract,
        NumberPollContract,
        NumberStepsContract,
        NumberCancelContract,
        NumberReactivationContract,
        NumberHoldingsContract {

  @Test
  default void the_profile_is_the_same_at_every_look() {
    var profile = provider().profile();

    assertEquals(profile, provider().profile());
    assertTrue(profile.lifetime().isPositive());
    assertFalse(profile.minimumCancelAge().isNegative());
    assertFalse(profile.dialect().isBlank());
  }

  @Test
  default void the_balance_is_what_the_vendor_has_in_its_books() {
    assertEquals(farBalance(), Expect.given(provider().balance()));

    leased("a");

    assertEquals(farBalance(), Expect.given(provider().balance()));
  }

  @Test
  default void no_balance_comes_from_a_vendor_that_is_not_there() {
    fallSilent();

    assertInstanceOf(Answer.Missing.class, provider().balance());
  }

  @Test
  default void a_vendor_is_well_until_it_fails() {
    leased("a");

    var health = provider().health();
    assertEquals(ProviderHealth.Circuit.CLOSED, health.circuit());
    assertTrue(health.sells());
    assertEquals(Optional.empty(), health.cause());
  }

  @Test
  default void a_vendor_that_does_not_answer_is_left_alone_and_tried_again_later() {
    fallSilent();
    for (int i = 0; i < 100 && provider().health().sells(); i++) {
      provider().lease(request("ref-" + i));
    }

    assertFalse(provider().health().sells());
    assertInstanceOf(LeaseResult.Unavailable.class, provider().lease(request("one-more")));
    advance(Duration.ofHours(2));
    assertTrue(provider().health().sells());
  }

  @Test
  default void a_vendor_that_says_our_money_is_gone_is_not_bought_from_but_asked_for_sms() {
    var lease = leased("a");
    refuseNext(LeaseResult.Reason.BALANCE);
    provider().lease(request("b"));

    assertFalse(provider().health().sells());
    assertEquals(Optional.of(ProviderHealth.Cause.BALANCE), provider().health().cause());
    assertInstanceOf(LeaseResult.Unavailable.class, provider().lease(request("c")));
    assertEquals(LeaseNews.State.OPEN, news(lease).state());
  }

  @Test
  default void its_own_lists_name_what_it_sells() {
    var catalog = Expect.given(provider().catalog());

    assertTrue(isOrdered(catalog.countries(), country().iso()));
    assertTrue(isOrdered(catalog.platforms(), platform().slug()));
    assertFalse(isOrdered(catalog.platforms(), unsold().slug()));
  }

  private static boolean isOrdered(List<VendorCatalog.Word> words, String ours) {
    return words.stream()
        .filter(word -> word.listed() && word.ordered())
        .anyMatch(word -> word.meaning().equals(Optional.of(ours)));
  }

  @Test
  default void a_vendor_that_is_not_there_tells_no_lists() {
    fallSilent();

    assertInstanceOf(Answer.Missing.class, provider().catalog());
  }

  @Test
  default void whoever_does_not_know_the_secret_pushes_nothing() {
    var forged = new Push("a guess", "127.0.0.1", "{\"activationId\":1}");

    assertInstanceOf(PushResult.Forbidden.class, provider().readPush(forged));
  }
}
