package dev.codeport.domain.order;

import static dev.codeport.domain.order.Sample.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.order.Orders.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttentionTest {
  private static final Instant WINDOW = NOON.plusSeconds(120);
  private static final Instant END = NOON.plus(Duration.ofMinutes(20));

  @Test
  void a_number_is_looked_after_when_its_time_is_over() {
    assertDue(Due.EXPIRE, END, Sample.active());
  }

  @Test
  void a_queued_cancel_is_due_at_its_time_unless_the_number_ends_before() {
    assertDue(Due.SETTLE, WINDOW, Sample.active().queueCancel(WINDOW).order());
    assertDue(Due.EXPIRE, END, Sample.active().queueCancel(END.plusSeconds(1)).order());
  }

  @Test
  void a_cancel_without_an_answer_is_asked_again_after_some_patience() {
    assertDue(
        Due.SETTLE, WINDOW.plus(Attention.PATIENCE), Sample.active().askCancel(WINDOW).order());
  }

  @Test
  void another_number_is_looked_for_once_the_first_was_waited_for_and_can_be_given_back() {
    assertDue(Due.MOVE, WINDOW, Sample.pursued(Duration.ofMinutes(6)));
    assertDue(
        Due.MOVE,
        WINDOW.plus(Attention.PATIENCE),
        Sample.pursued(Duration.ofMinutes(6)).leave(WINDOW).order());
  }

  @Test
  void a_pursuit_without_time_for_another_number_waits_for_its_end() {
    var ends = Duration.ofSeconds(149);

    assertDue(Due.EXPIRE, NOON.plus(ends), Sample.pursued(ends));
    assertDue(Due.MOVE, WINDOW, Sample.pursued(ends.plusSeconds(1)));
  }

  @Test
  void a_pursuit_ends_no_sooner_than_its_number_can_be_given_back_and_no_later_than_it_is_kept() {
    assertDue(Due.EXPIRE, WINDOW, Sample.pursued(Duration.ofMinutes(1)));
    assertDue(Due.EXPIRE, END, Sample.pursued(Duration.ofMinutes(25)).stay().order());
  }

  @Test
  void a_number_that_was_kept_is_planned_for_as_it_was_when_it_came() {
    var pursued = Sample.pursued(Duration.ofMinutes(6));

    assertEquals(pursued.plan(), pursued.askCancel(WINDOW).order().keep().order().plan());
    assertEquals(Plan.WAIT, Sample.active().askCancel(WINDOW).order().keep().order().plan());
  }

  @Test
  void a_moving_order_gives_the_next_vendor_the_same_time_to_answer_as_the_first() {
    var moving = Sample.pursued(Duration.ofMinutes(6)).move(Sample.route(8000), WINDOW).order();

    assertDue(Due.SETTLE, WINDOW.plus(Attention.PATIENCE), moving);
    assertDue(Due.SETTLE, NOON.plus(Attention.PATIENCE), Sample.placed().order());
  }

  @Test
  void an_order_for_which_nobody_has_a_number_is_looked_after_when_vendors_are_asked_again() {
    var moving = Sample.pursued(Duration.ofMinutes(6)).move(Sample.route(8000), WINDOW).order();
    var looking = moving.lookAgain(WINDOW.plusSeconds(10), WINDOW).order();

    assertDue(Due.MOVE, WINDOW.plusSeconds(10), looking);
    var asked = looking.reroute(Sample.route(8000), WINDOW.plusSeconds(60)).order();
    assertDue(Due.SETTLE, WINDOW.plusSeconds(60).plus(Attention.PATIENCE), asked);
  }

  private static void assertDue(Due due, Instant at, Order order) {
    assertEquals(Optional.of(new Attention(due, at)), Attention.of(order));
  }
}
