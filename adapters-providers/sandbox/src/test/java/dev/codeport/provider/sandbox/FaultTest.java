package dev.codeport.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.provider.sandbox.Fault.Kind;
import dev.codeport.provider.sandbox.Fault.Place;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultTest {
  private static final String LEASE = "action=getNumber&service=wa&country=6";

  private final Buyer buyer = new Buyer(SandboxSettings.cheap().withSuccess(1));

  @AfterEach
  void what_was_planned_was_seen() {
    buyer.close();
    assertEquals(List.of(), buyer.vendor.pending());
    assertTrue(buyer.vendor.books().balanced());
  }

  private void plan(Kind kind) {
    buyer.vendor.plan(Fault.of(kind).lasting(Duration.ofMillis(50)));
  }

  private int given() {
    return buyer.vendor.books().activations().size();
  }

  private void assertSeen(Kind kind) {
    assertEquals(Map.of(kind, 1L), buyer.vendor.seen());
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"REFUSE", "GARBAGE", "BROKEN", "LYING_STOCK"})
  void some_say_something_and_do_nothing(Kind kind) {
    plan(kind);

    assertFalse(buyer.ask(LEASE).startsWith("ACCESS_NUMBER"));
    assertEquals(0, given());
    assertSeen(kind);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"LOST_ANSWER", "SILENCE", "CUT_BODY"})
  void some_do_all_and_leave_without_a_word(Kind kind) {
    plan(kind);

    assertThrows(UncheckedIOException.class, () -> buyer.ask(LEASE));
    assertEquals(1, given());
    assertSeen(kind);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"GARBLED", "BROKEN_AFTER"})
  void some_do_all_and_say_something_else(Kind kind) {
    plan(kind);

    assertFalse(buyer.ask(LEASE).startsWith("ACCESS_NUMBER"));
    assertEquals(1, given());
    assertSeen(kind);
  }

  @Test
  void one_hears_nothing_and_does_nothing() {
    plan(Kind.UNHEARD);

    assertThrows(UncheckedIOException.class, () -> buyer.ask(LEASE));
    assertEquals(0, given());
    assertSeen(Kind.UNHEARD);
  }

  @Test
  void one_takes_its_time() {
    plan(Kind.SLOW);

    assertTrue(buyer.ask(LEASE).startsWith("ACCESS_NUMBER"));
    assertSeen(Kind.SLOW);
  }

  @Test
  void one_takes_more_than_was_allowed() {
    plan(Kind.DEARER);
    var price = buyer.vendor.price("id", "whatsapp");

    buyer.ask(LEASE + "&maxPrice=" + Desk.plain(price));

    assertEquals(price.plus(price), buyer.vendor.books().activations().getFirst().cost());
    assertSeen(Kind.DEARER);
  }

  @Test
  void one_gives_a_number_that_is_out_already() {
    var first = buyer.entry(buyer.lease());
    plan(Kind.SAME_NUMBER);

    assertEquals(first.phone(), buyer.entry(buyer.lease()).phone());
    assertSeen(Kind.SAME_NUMBER);
  }

  @Test
  void one_gives_a_number_that_stays_silent() {
    plan(Kind.NO_SMS);
    var id = buyer.lease();
    buyer.advance(Duration.ofMinutes(19));

    assertEquals("STATUS_WAIT_CODE", buyer.status(id));
    assertSeen(Kind.NO_SMS);
  }

  @Test
  void one_shows_an_sms_twice() {
    plan(Kind.DUPLICATE_SMS);
    var id = buyer.lease();
    assertEquals(Map.of(), buyer.vendor.seen());
    buyer.advance(Duration.ofMinutes(1));

    assertEquals(2, buyer.entry(id).smsSent());
    assertSeen(Kind.DUPLICATE_SMS);
  }

  @Test
  void one_shows_an_sms_after_the_end_and_keeps_nothing() {
    plan(Kind.LATE_SMS);
    var id = buyer.lease();
    buyer.advance(Duration.ofMinutes(20));
    assertEquals("STATUS_CANCEL", buyer.status(id));
    buyer.advance(Duration.ofMinutes(1));

    assertTrue(buyer.status(id).startsWith("STATUS_OK:"));
    assertTrue(buyer.entry(id).refunded());
    assertSeen(Kind.LATE_SMS);
  }

  @Test
  void one_shows_an_sms_after_it_took_the_number_back() {
    buyer.vendor.setAutomatic("whatsapp", false);
    plan(Kind.SMS_AFTER_CANCEL);
    var id = buyer.lease();
    buyer.advance(Duration.ofMinutes(3));
    assertEquals("ACCESS_CANCEL", buyer.set(id, 8));
    buyer.advance(Duration.ofMinutes(1));

    assertTrue(buyer.status(id).startsWith("STATUS_OK:"));
    assertTrue(buyer.entry(id).refunded());
    assertEquals(Set.of(Kind.SMS_AFTER_CANCEL), EnumSet.copyOf(buyer.vendor.seen().keySet()));
  }

  @Test
  void one_says_too_early_whenever() {
    buyer.vendor.setAutomatic("whatsapp", false);
    var id = buyer.lease();
    buyer.advance(Duration.ofMinutes(3));
    plan(Kind.EARLY_CANCEL);

    assertEquals("EARLY_CANCEL_DENIED", buyer.set(id, 8));
    assertEquals("ACCESS_CANCEL", buyer.set(id, 8));
    assertSeen(Kind.EARLY_CANCEL);
  }

  @Test
  void faults_wait_for_a_request_they_may_hit_and_come_in_order() {
    buyer.vendor.plan(
        Fault.refusing("NO_BALANCE"),
        Fault.refusing("BANNED"),
        Fault.of(Kind.BROKEN).on(Place.BALANCE));

    assertTrue(buyer.ask("action=getPrices&country=6").startsWith("{"));
    assertEquals("NO_BALANCE", buyer.ask(LEASE));
    assertEquals("500 Internal Server Error", buyer.ask("action=getBalance"));
    assertEquals("BANNED", buyer.ask(LEASE));
    assertTrue(buyer.ask(LEASE).startsWith("ACCESS_NUMBER"));
  }

  @Test
  void by_chance_about_as_many_happen_as_were_asked_for() {
    buyer.vendor.planAtRate(Fault.refusing("NO_NUMBERS"), 0.3);
    for (int i = 0; i < 400; i++) {
      buyer.ask(LEASE);
    }
    buyer.vendor.heal();
    buyer.ask(LEASE);

    long seen = buyer.vendor.seen().getOrDefault(Kind.REFUSE, 0L);
    assertTrue(seen > 80 && seen < 160, "" + seen);
    assertEquals(401 - seen, given());
  }

  @Test
  void a_vendor_that_closes_lets_go_of_those_it_keeps_waiting() {
    buyer.vendor.plan(Fault.of(Kind.SILENCE).on(Place.BALANCE).lasting(Duration.ofHours(1)));
    var waiting =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThrows(UncheckedIOException.class, () -> buyer.ask("action=getBalance")));
    while (buyer.vendor.seen().isEmpty()) {
      Thread.onSpinWait();
    }

    buyer.close();

    assertTrue(assertJoins(waiting));
  }

  private static boolean assertJoins(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(4));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
