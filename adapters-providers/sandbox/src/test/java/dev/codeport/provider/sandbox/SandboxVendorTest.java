package dev.codeport.provider.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.money.Currency;
import dev.codeport.domain.money.Money;
import dev.codeport.provider.sandbox.Books.State;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SandboxVendorTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Buyer buyer =
      new Buyer(SandboxSettings.cheap().withSuccess(1).withSilent(Set.of("telegram")));

  @AfterEach
  void the_books_are_balanced() {
    buyer.close();
    assertTrue(buyer.vendor.books().balanced());
  }

  @Test
  void an_sms_is_there_once_the_clock_has_passed_its_moment() {
    var id = buyer.lease();
    assertEquals("STATUS_WAIT_CODE", buyer.status(id));

    buyer.advance(Duration.ofSeconds(25));

    assertTrue(buyer.status(id).matches("STATUS_OK:\\d{6}"));
    assertEquals(State.RECEIVED, buyer.entry(id).state());
    assertTrue(buyer.ask("action=getFullSms&id=" + id).contains("WhatsApp"));
  }

  @Test
  void what_ran_out_without_an_sms_is_refunded() {
    var before = buyer.vendor.books().balance();
    var id = buyer.lease("tg", "6");
    assertNotEquals(before, buyer.vendor.books().balance());

    buyer.advance(Duration.ofMinutes(20));

    assertEquals("STATUS_CANCEL", buyer.status(id));
    assertEquals(State.EXPIRED, buyer.entry(id).state());
    assertTrue(buyer.entry(id).refunded());
    assertEquals(before, buyer.vendor.books().balance());
  }

  @Test
  void what_ran_out_after_an_sms_is_paid_for() {
    var id = buyer.lease();

    buyer.advance(Duration.ofMinutes(20));

    assertEquals("STATUS_CANCEL", buyer.status(id));
    assertEquals(State.FINISHED, buyer.entry(id).state());
    assertFalse(buyer.entry(id).refunded());
  }

  @Test
  void a_number_is_taken_back_after_two_minutes_and_once() {
    var before = buyer.vendor.books().balance();
    var id = buyer.lease("tg", "6");
    assertEquals("EARLY_CANCEL_DENIED", buyer.set(id, 8));

    buyer.advance(MINUTE.multipliedBy(2));

    assertEquals("ACCESS_CANCEL", buyer.set(id, 8));
    assertEquals("BAD_STATUS", buyer.set(id, 8));
    assertEquals(1, buyer.entry(id).cancels());
    assertEquals(before, buyer.vendor.books().balance());
  }

  @Test
  void a_number_with_an_sms_is_not_taken_back() {
    var id = buyer.lease();
    buyer.advance(MINUTE.multipliedBy(3));

    assertEquals("BAD_STATUS", buyer.set(id, 8));
    assertFalse(buyer.entry(id).refunded());
  }

  @Test
  void one_more_code_comes_when_it_is_asked_for() {
    var id = buyer.lease();
    assertEquals("BAD_STATUS", buyer.set(id, 3));
    buyer.advance(MINUTE);
    var first = buyer.status(id);

    assertEquals("ACCESS_RETRY_GET", buyer.set(id, 3));
    assertEquals(first.replace("STATUS_OK", "STATUS_WAIT_RETRY"), buyer.status(id));
    buyer.advance(MINUTE);

    assertTrue(buyer.status(id).startsWith("STATUS_OK:"));
    assertEquals(2, buyer.entry(id).smsSent());
    assertEquals("ACCESS_ACTIVATION", buyer.set(id, 6));
    assertEquals("STATUS_CANCEL", buyer.status(id));
  }

  @Test
  void a_finished_number_can_be_had_again() {
    var id = buyer.lease();
    assertEquals(
        "RENEW_ACTIVATION_NOT_AVAILABLE",
        buyer.ask("action=checkExtraActivation&activationId=" + id));
    buyer.advance(MINUTE);
    buyer.set(id, 6);

    var quote = buyer.ask("action=checkExtraActivation&activationId=" + id);
    var again = buyer.ask("action=getExtraActivation&activationId=" + id);

    assertTrue(quote.startsWith("{\"status\":\"success\",\"cost\":"), quote);
    assertTrue(again.endsWith(buyer.entry(id).phone().digits()), again);
    assertEquals(
        "NEW_ACTIVATION_IMPOSSIBLE", buyer.ask("action=getExtraActivation&activationId=" + id));
    assertEquals(2, buyer.vendor.books().activations().size());
  }

  @Test
  void an_sms_can_be_made_to_arrive_while_a_number_waits() {
    var id = buyer.lease("tg", "6");
    var phone = buyer.entry(id).phone();

    assertTrue(buyer.vendor.deliver("+" + phone.digits(), "it is 55-12 and 482-913!"));

    assertEquals("STATUS_OK:482913", buyer.status(id));
    assertEquals("FULL_SMS:it is 55-12 and 482-913!", buyer.ask("action=getFullSms&id=" + id));
    buyer.set(id, 6);
    assertFalse(buyer.vendor.deliver(phone, "too late"));
    assertFalse(buyer.vendor.deliver("628000000000", "to nobody"));
  }

  @Test
  void sms_of_a_platform_come_by_themselves_or_not_as_one_likes() {
    var silent = buyer.lease("tg", "6");
    buyer.vendor.setAutomatic("telegram", true);
    var loud = buyer.lease("tg", "6");
    buyer.vendor.setAutomatic("whatsapp", false);
    var quiet = buyer.lease();

    buyer.advance(MINUTE);

    assertEquals("STATUS_WAIT_CODE", buyer.status(silent));
    assertTrue(buyer.status(loud).startsWith("STATUS_OK:"));
    assertEquals("STATUS_WAIT_CODE", buyer.status(quiet));
  }

  @Test
  void the_same_reference_is_served_once() {
    var query = "action=getNumberV2&service=wa&country=6&orderId=ours-1";

    assertTrue(buyer.ask(query).startsWith("{"));
    assertEquals("ORDER_ALREADY_EXISTS", buyer.ask(query));
    assertEquals(1, buyer.vendor.books().activations().size());
  }

  @Test
  void stock_goes_down_with_leases_and_up_with_their_ends() {
    buyer.vendor.restock("id", "telegram", 1);
    var id = buyer.lease("tg", "6");

    var query = "action=getNumber&service=tg&country=6";
    assertEquals("NO_NUMBERS", buyer.ask(query));
    buyer.advance(MINUTE.multipliedBy(3));
    buyer.set(id, 8);

    assertTrue(buyer.ask(query).startsWith("ACCESS_NUMBER"));
  }

  @Test
  void an_empty_purse_buys_nothing() {
    var penny = Money.of("0.0044", Currency.USD);
    try (var poor = new Buyer(SandboxSettings.cheap().withBalance(penny))) {
      assertEquals("NO_BALANCE", poor.ask("action=getNumber&service=wa&country=6"));
      assertEquals("ACCESS_BALANCE:0.0044", poor.ask("action=getBalance"));
      assertEquals(penny, poor.vendor.books().balance());
    }
  }

  @Test
  void the_history_has_what_began_in_its_time_youngest_first() {
    var old = buyer.lease();
    buyer.advance(Duration.ofHours(2));
    var ids = IntStream.range(0, 3).mapToObj(i -> buyer.lease()).toList();
    var start = buyer.clock.instant().minusSeconds(60).getEpochSecond();

    var page = buyer.ask("action=getHistory&start=" + start + "&offset=1&limit=1");

    assertTrue(page.contains(ids.get(1)), page);
    assertFalse(page.contains(ids.get(2)) || page.contains(ids.get(0)) || page.contains(old), page);
    assertEquals("WRONG_DATE", buyer.ask("action=getHistory&start=yesterday"));
  }

  @Test
  void a_restarted_vendor_gives_other_ids_and_another_key() {
    var id = buyer.lease();
    buyer.advance(Duration.ofSeconds(1));

    try (var restarted =
        SandboxVendor.start(buyer.vendor.settings(), buyer.clock, Buyer.random(8))) {
      assertNotEquals(buyer.vendor.apiKey(), restarted.apiKey());
      assertTrue(restarted.books().find(id).isEmpty());
    }
  }
}
