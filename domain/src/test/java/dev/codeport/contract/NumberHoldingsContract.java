package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.Answer;
import dev.codeport.domain.pool.CancelResult;
import dev.codeport.domain.pool.Holding;
import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.LeaseRef;
import dev.codeport.domain.pool.LeaseResult;
import dev.codeport.domain.pool.Power;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a number provider finds out what its vendor holds for us. */
public interface NumberHoldingsContract extends NumberProviderStage {
  private Map<LeaseRef, Holding> holdings(Instant since) {
    return Expect.given(provider().holdings(since)).stream()
        .collect(Collectors.toMap(holding -> holding.lease().ref(), Function.identity()));
  }

  private Map<LeaseRef, Holding> recent() {
    return holdings(now().minus(Duration.ofHours(1)));
  }

  @Test
  default void an_open_lease_is_held_with_all_that_identifies_it() {
    if (can(Power.HOLDINGS)) {
      var lease = leased("a");

      var holding = Expect.of(recent(), lease.ref());

      assertEquals(State.OPEN, holding.state());
      assertEquals(lease.phone(), holding.lease().phone());
      assertEquals(lease.cost(), holding.lease().cost());
      assertEquals(Optional.of(country().id()), holding.country());
      assertEquals(Optional.of(platform().id()), holding.platform());
      assertTrue(Duration.between(holding.startedAt(), now()).abs().toSeconds() <= 1);
    }
  }

  @Test
  default void what_ended_is_held_with_its_end() {
    if (can(Power.HISTORY)) {
      var canceled = leased("a");
      waitUntilCancelable();
      provider().cancel(canceled.ref());
      var finished = received("b", "code 123456");
      provider().finish(finished.ref());

      var holdings = recent();

      assertEquals(State.CANCELED, Expect.of(holdings, canceled.ref()).state());
      assertEquals(State.FINISHED, Expect.of(holdings, finished.ref()).state());
      assertEquals(finished.cost(), Expect.of(holdings, finished.ref()).lease().cost());
    }
  }

  @Test
  default void what_ended_and_began_before_the_time_asked_for_is_left_out() {
    if (can(Power.HOLDINGS)) {
      var old = received("a", "code 123456");
      provider().finish(old.ref());
      advance(Duration.ofMinutes(10));
      var running = leased("b");

      assertEquals(
          List.of(running.ref()),
          List.copyOf(holdings(now().minus(Duration.ofMinutes(5))).keySet()));
    }
  }

  @Test
  default void a_lease_whose_answer_got_lost_is_found_and_can_be_given_back() {
    if (can(Power.HOLDINGS)) {
      var before = farBalance();
      loseNextAnswer();
      assertInstanceOf(LeaseResult.Unknown.class, provider().lease(request("a")));

      var found = recent().keySet().iterator().next();
      waitUntilCancelable();

      assertEquals(new CancelResult.Canceled(), provider().cancel(found));
      assertEquals(before, farBalance());
    }
  }

  @Test
  default void more_than_a_page_of_them_is_held_whole() {
    if (can(Power.HISTORY)) {
      stock(1000);
      for (int i = 0; i < 230; i++) {
        leased("ref-" + i);
      }
      advance(Duration.ofMinutes(40));

      assertEquals(230, recent().size());
    }
  }

  @Test
  default void a_vendor_that_holds_nothing_says_so() {
    if (can(Power.HOLDINGS)) {
      assertEquals(Map.of(), recent());
    }
  }

  @Test
  default void without_the_power_or_without_the_vendor_there_is_no_answer() {
    if (can(Power.HOLDINGS)) {
      fallSilent();
    }

    assertInstanceOf(Answer.Missing.class, provider().holdings(now()));
  }

  @Test
  default void an_unreadable_list_is_no_empty_list() {
    if (can(Power.HOLDINGS)) {
      leased("a");
      garbleNextAnswer();

      assertInstanceOf(Answer.Missing.class, provider().holdings(now()));
    }
  }
}
