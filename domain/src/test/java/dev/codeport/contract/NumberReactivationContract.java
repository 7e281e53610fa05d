package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Money;
import dev.codeport.domain.pool.Lease;
import dev.codeport.domain.pool.LeaseRequest;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.LeaseResult.Reason;
import dev.codeport.domain.pool.LeaseResult.Refused;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.QuoteResult;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a number provider gets the same number once more. */
public interface NumberReactivationContract extends NumberProviderStage {
  private Lease finished() {
    var lease = received("a", "code 123456");
    provider().finish(lease.ref());
    return lease;
  }

  @Test
  default void a_finished_number_can_be_had_again_where_that_is_possible() {
    var lease = finished();
    var before = farBalance();

    var quote = provider().quote(lease.ref());
    var result = provider().reactivate(lease.ref(), request("b"));

    if (can(Power.REACTIVATE)) {
      var cost = assertInstanceOf(QuoteResult.Quoted.class, quote).cost();
      var again = leased(result);
      assertEquals(lease.phone(), again.phone());
      assertNotEquals(lease.ref(), again.ref());
      assertEquals(cost, again.cost());
      assertEquals(before.minus(cost), farBalance());
    } else {
      assertInstanceOf(QuoteResult.NotPossible.class, quote);
      assertInstanceOf(Refused.class, result);
      assertEquals(before, farBalance());
    }
  }

  @Test
  default void the_new_lease_gets_the_new_sms() {
    if (can(Power.REACTIVATE)) {
      var lease = finished();
      var again = leased(provider().reactivate(lease.ref(), request("b")));
      advance(Duration.ofSeconds(5));

      assertTrue(deliver(again.phone(), "again 654321"));

      assertEquals("again 654321", news(again).messages().getFirst().text());
    }
  }

  @Test
  default void a_number_that_is_still_leased_cannot_be_had_again() {
    var lease = received("a", "code 123456");
    var before = farBalance();

    assertInstanceOf(QuoteResult.NotPossible.class, provider().quote(lease.ref()));
    assertInstanceOf(Refused.class, provider().reactivate(lease.ref(), request("b")));
    assertEquals(before, farBalance());
  }

  @Test
  default void a_number_that_would_cost_too_much_again_is_left() {
    var lease = finished();
    var before = farBalance();
    var penny = new Money(1, before.currency());
    var request = new LeaseRequest("b", country(), platform(), Optional.empty(), penny);

    var refused = assertInstanceOf(Refused.class, provider().reactivate(lease.ref(), request));

    assertEquals(can(Power.REACTIVATE) ? Reason.PRICE : Reason.UNSUPPORTED, refused.reason());
    assertEquals(before, farBalance());
  }

  @Test
  default void a_number_it_never_gave_cannot_be_had_again() {
    assertInstanceOf(QuoteResult.NotPossible.class, provider().quote(stranger()));
    assertInstanceOf(Refused.class, provider().reactivate(stranger(), request("b")));
  }

  @Test
  default void a_vendor_that_is_not_there_gave_no_number_again() {
    if (can(Power.REACTIVATE)) {
      var lease = finished();
      fallSilent();

      assertInstanceOf(QuoteResult.Unavailable.class, provider().quote(lease.ref()));
      assertInstanceOf(
          LeaseResult.Unavailable.class, provider().reactivate(lease.ref(), request("b")));
    }
  }
}
