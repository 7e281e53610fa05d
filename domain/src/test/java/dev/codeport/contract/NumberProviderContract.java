package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
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
}
