package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.pool.LeaseNews.State;
import dev.codeport.domain.pool.Power;
import dev.codeport.domain.pool.StepResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a number provider asks for one more code, and finishes. */
public interface NumberStepsContract extends NumberProviderStage {
  @Test
  default void one_more_code_comes_where_that_is_possible() {
    var lease = received("a", "first 111111");
    var first = keys(lease);

    var step = provider().another(lease.ref());

    if (can(Power.ANOTHER_CODE)) {
      assertEquals(new StepResult.Done(), step);
      advance(Duration.ofSeconds(5));
      assertTrue(deliver(lease.phone(), "second 222222"));
      assertTrue(news(lease).messages().stream().anyMatch(m -> m.text().equals("second 222222")));
      assertNotEquals(first, keys(lease));
    } else {
      assertInstanceOf(StepResult.Refused.class, step);
    }
  }

  @Test
  default void the_same_text_once_more_is_a_second_sms() {
    if (can(Power.ANOTHER_CODE)) {
      var lease = received("a", "your code is 111111");
      var first = keys(lease);
      provider().another(lease.ref());
      advance(Duration.ofSeconds(5));
      deliver(lease.phone(), "your code is 111111");

      assertFalse(first.containsAll(keys(lease)));
    }
  }

  @Test
  default void one_more_code_is_refused_before_the_first() {
    var lease = leased("a");

    assertInstanceOf(StepResult.Refused.class, provider().another(lease.ref()));
    assertEquals(State.OPEN, news(lease).state());
  }

  @Test
  default void a_lost_answer_to_one_more_code_may_be_asked_again() {
    if (can(Power.ANOTHER_CODE)) {
      var lease = received("a", "first 111111");
      loseNextAnswer();

      assertInstanceOf(StepResult.Unavailable.class, provider().another(lease.ref()));
      assertEquals(new StepResult.Done(), provider().another(lease.ref()));
    }
  }

  @Test
  default void a_lease_is_finished_and_stays_paid_for() {
    var lease = received("a", "code 123456");
    var before = farBalance();

    assertEquals(new StepResult.Done(), provider().finish(lease.ref()));

    assertFalse(far(lease).open());
    assertFalse(far(lease).refunded());
    assertEquals(before, farBalance());
  }

  @Test
  default void finishing_twice_is_finishing() {
    var lease = received("a", "code 123456");
    provider().finish(lease.ref());

    assertEquals(new StepResult.Done(), provider().finish(lease.ref()));
  }

  @Test
  default void finishing_after_the_time_is_finishing() {
    var lease = received("a", "code 123456");
    advance(Duration.between(now(), lease.expiresAt()).plusSeconds(1));

    assertEquals(new StepResult.Done(), provider().finish(lease.ref()));
  }

  @Test
  default void a_lost_answer_to_finishing_may_be_asked_again() {
    var lease = received("a", "code 123456");
    loseNextAnswer();

    assertInstanceOf(StepResult.Unavailable.class, provider().finish(lease.ref()));
    assertEquals(new StepResult.Done(), provider().finish(lease.ref()));
  }

  @Test
  default void a_lease_it_never_gave_can_be_neither_continued_nor_finished() {
    assertInstanceOf(StepResult.Refused.class, provider().another(stranger()));
    assertInstanceOf(StepResult.Refused.class, provider().finish(stranger()));
  }

  @Test
  default void a_step_with_a_vendor_that_is_not_there_can_be_taken_later() {
    var lease = received("a", "code 123456");
    fallSilent();

    assertInstanceOf(StepResult.Unavailable.class, provider().finish(lease.ref()));
  }
}
