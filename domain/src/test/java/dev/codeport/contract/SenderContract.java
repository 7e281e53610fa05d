package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Accepted;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.domain.verification.SendResult.Refused;
import dev.codeport.domain.verification.SendResult.Unavailable;
import dev.codeport.domain.verification.SendResult.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.codeport.domain.verification.Sender} must do when it is asked to send. */
public interface SenderContract extends SenderStage {
  private PhoneNumber phone() {
    return phone(0);
  }

  private SendResult send() {
    return send("ref", phone());
  }

  private void assertNothingSent() {
    assertEquals(List.of(), inbox(phone()));
  }

  @Test
  default void the_profile_is_the_same_at_every_look() {
    var profile = sender().profile();

    assertEquals(profile, sender().profile());
    assertFalse(profile.dialect().isBlank());
  }

  @Test
  default void what_was_taken_reaches_its_phone_and_no_other() {
    accepted("ref", phone());

    assertEquals(1, inbox(phone()).size());
    assertEquals(List.of(), inbox(phone(1)));
  }

  @Test
  default void two_references_are_two_messages() {
    var one = accepted("one", phone());
    var two = accepted("two", phone(1));

    assertNotEquals(one.handle(), two.handle());
    assertEquals(1, inbox(phone()).size());
    assertEquals(1, inbox(phone(1)).size());
  }

  @Test
  default void the_same_reference_sends_once_where_that_is_promised() {
    var first = accepted("ref", phone());
    var second = accepted("ref", phone());

    if (sender().profile().sendsOnce()) {
      assertEquals(first.handle(), second.handle());
    }
    assertEquals(sender().profile().sendsOnce() ? 1 : 2, inbox(phone()).size());
  }

  @Test
  default void the_same_reference_at_once_sends_once_where_that_is_promised() {
    if (sender().profile().sendsOnce()) {
      var results = Race.of(8, i -> send());

      assertEquals(
          1, results.stream().map(this::accepted).map(Accepted::handle).distinct().count());
      assertEquals(1, inbox(phone()).size());
    }
  }

  @Test
  default void fifty_at_once_reach_fifty_phones() {
    var results = Race.of(50, i -> accepted("ref-" + i, phone(i)));

    assertEquals(50, results.stream().map(Accepted::handle).distinct().count());
    for (int i = 0; i < 50; i++) {
      assertEquals(1, inbox(phone(i)).size());
    }
  }

  @Test
  default void every_reason_to_refuse_is_told_apart() {
    for (var reason : reasons()) {
      refuseNext(reason);

      assertEquals(reason, assertInstanceOf(Refused.class, send(), reason.name()).reason());
    }
    assertNothingSent();
  }

  @Test
  default void a_verdict_of_fraud_is_no_other_refusal() {
    if (reasons().contains(Reason.FRAUD)) {
      refuseNext(Reason.FRAUD);

      assertEquals(Reason.FRAUD, assertInstanceOf(Refused.class, send()).reason());
      assertNothingSent();
    }
  }

  @Test
  default void a_request_that_was_turned_away_may_be_made_again() {
    turnAwayNext();

    assertInstanceOf(Unavailable.class, send());
    assertNothingSent();
    assertInstanceOf(Accepted.class, send());
  }

  @Test
  default void a_lost_answer_is_unknown_and_the_request_not_made_twice() {
    loseNextAnswer();

    assertInstanceOf(Unknown.class, send());
    assertEquals(1, inbox(phone()).size());
  }

  @Test
  default void after_a_lost_answer_the_same_reference_sends_nothing_more_where_that_is_promised() {
    loseNextAnswer();
    assertInstanceOf(Unknown.class, send());

    assertInstanceOf(Accepted.class, send());
    assertEquals(sender().profile().sendsOnce() ? 1 : 2, inbox(phone()).size());
  }

  @Test
  default void an_answer_that_makes_no_sense_is_unknown() {
    garbleNextAnswer();

    assertInstanceOf(Unknown.class, send());
    assertEquals(1, inbox(phone()).size());
  }

  @Test
  default void an_answer_that_does_not_come_in_time_is_unknown() {
    holdNextAnswer();

    assertInstanceOf(Unknown.class, sendHurried());
    assertEquals(1, inbox(phone()).size());
  }

  /** Has something sent to phone 0 by {@link #hurried}. */
  SendResult sendHurried();

  @Test
  default void a_service_that_is_not_there_sent_nothing() {
    fallSilent();

    assertInstanceOf(Unavailable.class, send());
  }

  @Test
  default void whatever_is_said_with_a_good_status_but_an_acceptance_is_unknown() {
    for (var body : Garbage.BODIES) {
      sayNext(200, body);

      assertInstanceOf(Unknown.class, send(), () -> Garbage.shown(body));
    }
    assertNothingSent();
  }

  @Test
  default void whatever_is_said_by_a_service_that_broke_is_unknown() {
    for (var body : Garbage.BODIES) {
      sayNext(500, body);
      assertInstanceOf(Unknown.class, send(), () -> Garbage.shown(body));
      sayNext(502, body);
      assertInstanceOf(Unknown.class, send(), () -> Garbage.shown(body));
    }
  }

  @Test
  default void whatever_is_said_with_a_bad_status_is_no_acceptance() {
    for (int status : List.of(302, 400, 401, 402, 403, 404, 408, 409, 418, 429, 503)) {
      for (var body : Garbage.BODIES) {
        sayNext(status, body);

        assertFalse(send() instanceof Accepted, () -> status + ": " + Garbage.shown(body));
      }
    }
  }

  @Test
  default void details_show_no_number_and_no_code() {
    var details = new ArrayList<String>();
    var echo = "phone " + phone().e164() + " or " + phone().digits() + ", code 482913";
    for (int status : List.of(200, 400, 403, 404, 422, 429, 500)) {
      sayNext(status, echo);
      details.add(detail(send()));
      sayNext(status, "{\"code\":21,\"message\":\"%s\",\"error\":\"%s\"}".formatted(echo, echo));
      details.add(detail(send()));
      sayNext(status, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(echo, echo));
      details.add(detail(send()));
    }
    loseNextAnswer();
    details.add(detail(send()));

    for (var detail : details) {
      assertFalse(detail.contains(phone().digits()), detail);
      assertFalse(detail.contains("482913"), detail);
      inbox(phone()).forEach(text -> assertFalse(detail.contains(text)));
      assertTrue(detail.length() <= 200, detail);
    }
  }

  private static String detail(SendResult result) {
    return switch (result) {
      case Accepted accepted -> throw new AssertionError("not to be taken");
      case Refused refused -> refused.detail();
      case Unavailable away -> away.detail();
      case Unknown unknown -> unknown.detail();
    };
  }
}
