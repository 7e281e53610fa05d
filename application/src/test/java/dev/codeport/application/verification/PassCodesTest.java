package dev.codeport.application.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verifications;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassCodesTest {
  private static final OneTimeCode OTHER = new OneTimeCode("111111");

  private final FakeOtpService first = new FakeOtpService("first");
  private final FakeOtpService second = new FakeOtpService("second");
  private final SendingWorld world = new SendingWorld(first, second);

  @Test
  void sends_and_checks_and_keeps_nothing() {
    var ticket = passed();

    assertInstanceOf(PassCodes.Wrong.class, check(ticket, OTHER));
    assertInstanceOf(PassCodes.Right.class, check(ticket, FakeOtpService.CODE));
    assertEquals(
        0, world.codeport.verifications(world.account, Verifications.Filter.ALL, 9).size());
  }

  @Test
  void asks_the_sender_that_sent() {
    first.next(new SendResult.Unavailable(Optional.empty(), "down"));

    var ticket = passed();

    assertInstanceOf(PassCodes.Right.class, check(ticket, FakeOtpService.CODE));
    assertEquals(0, first.checked());
    assertEquals(1, second.checked());
  }

  @Test
  void asks_once_more_for_the_same_after_a_lost_answer() {
    first.next(new SendResult.Unknown("reset"));

    var ticket = passed();

    assertInstanceOf(PassCodes.Right.class, check(ticket, FakeOtpService.CODE));
    assertEquals(2, first.asked().size());
    assertEquals(first.asked().getFirst(), first.asked().getLast());
    assertEquals(0, second.asked().size());
  }

  @Test
  void takes_no_ticket_of_another_account_nor_one_that_was_changed() {
    var ticket = passed();
    var other = world.codeport.openAccount("Bob").id();
    var changed = new PassCodes.Ticket("second" + ticket.text().substring(5));

    assertInstanceOf(
        PassCodes.Wrong.class, world.codeport.passGuess(other, ticket, FakeOtpService.CODE));
    for (var text : new String[] {"", ".", "..", "a.b.c", changed.text(), ticket.text() + "x"}) {
      assertInstanceOf(
          PassCodes.Wrong.class, check(new PassCodes.Ticket(text), FakeOtpService.CODE), text);
    }
    assertEquals(0, first.checked() + second.checked());
  }

  @Test
  void limits_each_phone_and_counts_only_what_was_sent() {
    for (int i = 0; i < 9; i++) {
      first.next(new SendResult.Refused(SendResult.Reason.FRAUD, "pumping"));
      assertInstanceOf(PassCodes.NotSent.class, pass(SendingWorld.PHONE));
    }
    passed();

    assertInstanceOf(PassCodes.PhoneLimited.class, pass(SendingWorld.PHONE));
    assertInstanceOf(PassCodes.Blocked.class, pass("+33612345678"));
    assertInstanceOf(PassCodes.NotANumber.class, pass("nobody"));
  }

  private PassCodes.Ticket passed() {
    return assertInstanceOf(PassCodes.Passed.class, pass(SendingWorld.PHONE)).ticket();
  }

  private PassCodes.Sent pass(String phone) {
    return world.codeport.passCode(world.account, phone, Optional.empty());
  }

  private PassCodes.Checked check(PassCodes.Ticket ticket, OneTimeCode guess) {
    return world.codeport.passGuess(world.account, ticket, guess);
  }
}
