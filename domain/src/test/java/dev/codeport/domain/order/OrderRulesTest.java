package dev.codeport.domain.order;

import static dev.codeport.domain.order.Sample.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
  private static final OrderRules RULES = OrderRules.STANDARD;
  private static final Instant EARLY = NOON.plusSeconds(119);
  private static final Instant WINDOW = NOON.plusSeconds(120);
  private static final Instant END = NOON.plus(Duration.ofMinutes(20));

  @Test
  void a_number_without_an_sms_can_be_canceled_once_the_vendor_takes_it_back() {
    var before = Capabilities.of(Sample.active(), RULES, EARLY);
    var after = Capabilities.of(Sample.active(), RULES, WINDOW);

    assertFalse(before.canCancel());
    assertFalse(before.canReplace());
    assertEquals(Optional.of(WINDOW), before.cancelAvailableAt());
    assertEquals(Optional.of(WINDOW), before.replaceAvailableAt());
    assertTrue(after.canCancel());
    assertTrue(after.canReplace());
    assertEquals(Optional.empty(), after.cancelAvailableAt());
    assertFalse(after.canFinish());
    assertFalse(after.canAnother());
  }

  @Test
  void a_queued_cancel_shows_when_it_will_be_and_a_second_one_waits_for_it() {
    var queued = Sample.active().queueCancel(WINDOW.plusSeconds(30)).order();

    var before = Capabilities.of(queued, RULES, WINDOW);
    var after = Capabilities.of(queued, RULES, WINDOW.plusSeconds(30));

    assertFalse(before.canCancel());
    assertEquals(Optional.of(WINDOW.plusSeconds(30)), before.cancelQueuedFor());
    assertEquals(Optional.of(WINDOW.plusSeconds(30)), before.cancelAvailableAt());
    assertTrue(after.canCancel());
    assertEquals(
        Optional.empty(), Capabilities.of(Sample.active(), RULES, WINDOW).cancelQueuedFor());
  }

  @Test
  void what_is_changing_its_number_cannot_be_canceled_meanwhile() {
    var leaving = Sample.active().leave(WINDOW).order();

    assertFalse(Capabilities.of(leaving, RULES, WINDOW).canCancel());
    assertEquals("the order is changing its number", RULES.cancel(leaving, END).get().reason());
  }

  @Test
  void an_sms_closes_the_way_back_and_opens_the_way_on() {
    var can = Capabilities.of(Sample.received(EARLY), RULES, WINDOW);

    assertEquals(
        new Capabilities(
            true,
            true,
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        can);
  }

  @Test
  void another_code_waits_for_the_cooldown_and_leaves_finishing_open() {
    var asked = Sample.received(EARLY).another(WINDOW).order();

    var cooling = Capabilities.of(asked, RULES, WINDOW.plusSeconds(59));
    var cooled = Capabilities.of(asked, RULES, WINDOW.plusSeconds(60));

    assertFalse(cooling.canAnother());
    assertEquals(Optional.of(WINDOW.plusSeconds(60)), cooling.anotherAvailableAt());
    assertTrue(cooled.canAnother());
    assertTrue(cooling.canFinish());
    assertFalse(cooling.canCancel());
  }

  @Test
  void no_other_code_after_the_time_is_over() {
    assertFalse(Capabilities.of(Sample.received(EARLY), RULES, END).canAnother());
    assertTrue(Capabilities.of(Sample.received(EARLY), RULES, END).canFinish());
  }

  @Test
  void an_unsettled_order_can_do_nothing() {
    var unsettled = Sample.placed().order().unsettle().order();

    assertEquals(
        new Capabilities(
            false,
            false,
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Capabilities.of(unsettled, RULES, END));
  }

  @Test
  void only_a_completed_order_can_be_reactivated() {
    var completed = Sample.received(EARLY).complete(WINDOW).order();
    var canceled = Sample.active().cancel(WINDOW).order();

    assertTrue(Capabilities.of(completed, RULES, END).canReactivate());
    assertFalse(Capabilities.of(completed, RULES, END).canFinish());
    assertFalse(Capabilities.of(canceled, RULES, END).canReactivate());
    assertFalse(Capabilities.of(Sample.received(EARLY), RULES, END).canReactivate());
  }

  @Test
  void an_sms_without_a_code_leaves_the_code_before_it() {
    var first = Sample.received(EARLY);

    var second = first.receive(Sample.sms(2, "", WINDOW), WINDOW).order();

    assertEquals(2, second.inbox().revision());
    assertEquals(first.inbox().code(), second.inbox().code());
    assertEquals("hello", second.inbox().text());
    assertEquals(EARLY, second.inbox().firstAt());
  }

  @Test
  void what_prints_shows_no_code_no_text_and_no_whole_number() {
    var printed = Sample.received(EARLY).toString() + Sample.sms(1, "480215", EARLY);

    assertFalse(printed.contains("480215"), printed);
    assertFalse(printed.contains("2025550100"), printed);
    assertFalse(printed.contains("is your code"), printed);
  }
}
