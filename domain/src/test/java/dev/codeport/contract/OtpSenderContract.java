package dev.codeport.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.CheckResult.Gone;
import dev.codeport.domain.verification.CheckResult.Right;
import dev.codeport.domain.verification.CheckResult.Unavailable;
import dev.codeport.domain.verification.CheckResult.Unknown;
import dev.codeport.domain.verification.CheckResult.UsedUp;
import dev.codeport.domain.verification.CheckResult.Wrong;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.OtpSender;
import dev.codeport.domain.verification.SendRequest;
import dev.codeport.domain.verification.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an {@link OtpSender} must do. */
public interface OtpSenderContract extends SenderContract, ReceiptsContract {
  Pattern CODE = Pattern.compile("(?<!\\d)\\d{4,10}(?!\\d)");
  Duration LIFE = Duration.ofMinutes(10);

  @Override
  OtpSender sender();

  @Override
  OtpSender hurried();

  /** Whether it tells that a code was right once before from its being over. */
  boolean tellsUsedUp();

  /** Whether it tells that too many guesses were wrong from the time's being over. */
  boolean tellsTooMany();

  @Override
  default SendResult send(String reference, PhoneNumber to) {
    return sender().send(request(reference, to, Optional.empty()));
  }

  @Override
  default SendResult sendHurried() {
    return hurried().send(request("ref", phone(0), Optional.empty()));
  }

  default SendRequest request(String reference, PhoneNumber to, Optional<Handle> former) {
    return request(reference, to, shortest(), former);
  }

  private SendRequest request(
      String reference, PhoneNumber to, int length, Optional<Handle> former) {
    return new SendRequest(
        reference,
        to,
        Channel.SMS,
        Locale.ENGLISH,
        length,
        LIFE,
        Optional.empty(),
        Optional.empty(),
        former);
  }

  private int shortest() {
    return sender().profile().codeLengths().stream().min(Integer::compare).orElseThrow();
  }

  /** The code in the newest message that a phone got. */
  default OneTimeCode code(PhoneNumber phone) {
    var match = CODE.matcher(inbox(phone).getLast());
    if (!match.find()) {
      throw new AssertionError("no code in the message");
    }
    return new OneTimeCode(match.group());
  }

  /** One of the same length that is another. */
  default OneTimeCode not(OneTimeCode code) {
    var first = code.digits().charAt(0) == '9' ? '0' : (char) (code.digits().charAt(0) + 1);
    return new OneTimeCode(first + code.digits().substring(1));
  }

  private Handle sent() {
    return accepted("ref", phone(0)).handle();
  }

  private void assertOver(CheckResult result) {
    assertTrue(result instanceof UsedUp || result instanceof Gone, result.toString());
  }

  @Test
  default void what_the_phone_got_is_right() {
    var handle = sent();

    assertEquals(new Right(), sender().check(handle, code(phone(0))));
  }

  @Test
  default void another_is_wrong_and_leaves_the_right_one_right() {
    var handle = sent();

    assertEquals(new Wrong(), sender().check(handle, not(code(phone(0)))));
    assertEquals(new Right(), sender().check(handle, code(phone(0))));
  }

  @Test
  default void one_of_another_length_is_wrong() {
    var handle = sent();
    var longer = new OneTimeCode(code(phone(0)).digits() + "7");

    assertEquals(new Wrong(), sender().check(handle, longer));
  }

  @Test
  default void the_code_of_another_phone_is_wrong() {
    var mine = sent();
    do {
      accepted("other-" + inbox(phone(1)).size(), phone(1));
    } while (code(phone(1)).equals(code(phone(0))));

    assertEquals(new Wrong(), sender().check(mine, code(phone(1))));
  }

  @Test
  default void a_code_is_as_long_as_it_was_asked_for() {
    for (int length : sender().profile().codeLengths()) {
      var to = phone(length);
      accepted(sender().send(request("ref-" + length, to, length, Optional.empty())));

      assertEquals(length, code(to).length());
    }
  }

  @Test
  default void where_it_says_when_a_code_ends_that_is_later() {
    var ends = accepted("ref", phone(0)).expiresAt();

    ends.ifPresent(at -> assertTrue(at.isAfter(now()), at.toString()));
  }

  @Test
  default void a_code_that_was_right_is_used_up() {
    var handle = sent();
    assertEquals(new Right(), sender().check(handle, code(phone(0))));

    var again = sender().check(handle, code(phone(0)));

    assertOver(again);
    assertEquals(tellsUsedUp(), again instanceof UsedUp);
    assertFalse(sender().check(handle, not(code(phone(0)))) instanceof Right);
  }

  @Test
  default void of_many_right_guesses_at_once_one_is_right() {
    var handle = sent();
    var code = code(phone(0));

    var results = Race.of(16, i -> sender().check(handle, code));

    assertEquals(1, results.stream().filter(Right.class::isInstance).count());
    assertEquals(0, results.stream().filter(Wrong.class::isInstance).count());
  }

  @Test
  default void after_too_many_wrong_guesses_none_is_right() {
    var handle = sent();
    var code = code(phone(0));
    int wrong = 0;
    var result = sender().check(handle, not(code));
    while (result instanceof Wrong && wrong++ < 20) {
      result = sender().check(handle, not(code));
    }

    assertInstanceOf(Gone.class, result);
    var last = assertInstanceOf(Gone.class, sender().check(handle, code));
    assertTrue(last.tooMany() || !tellsTooMany());
  }

  @Test
  default void after_its_time_no_code_is_right() {
    var handle = sent();
    advance(LIFE.plusMinutes(2));

    var gone = assertInstanceOf(Gone.class, sender().check(handle, code(phone(0))));
    assertFalse(gone.tooMany());
  }

  @Test
  default void nothing_is_right_of_what_was_never_sent() {
    assertEquals(new Gone(false), sender().check(stranger(), new OneTimeCode("482913")));
  }

  @Test
  default void what_is_sent_once_more_has_a_code_that_is_right() {
    var first = sent();
    var second = accepted(sender().send(request("again", phone(0), Optional.of(first)))).handle();

    assertEquals(2, inbox(phone(0)).size());
    assertEquals(new Right(), sender().check(second, code(phone(0))));
  }

  @Test
  default void a_guess_that_was_turned_away_was_not_counted() {
    var handle = sent();
    turnAwayNext();

    assertInstanceOf(Unavailable.class, sender().check(handle, code(phone(0))));
    assertEquals(new Right(), sender().check(handle, code(phone(0))));
  }

  @Test
  default void a_guess_whose_answer_got_lost_is_unknown() {
    var handle = sent();
    loseNextAnswer();

    assertInstanceOf(Unknown.class, sender().check(handle, code(phone(0))));
    assertOver(sender().check(handle, code(phone(0))));
  }

  @Test
  default void a_guess_whose_answer_makes_no_sense_is_unknown() {
    var handle = sent();
    garbleNextAnswer();

    assertInstanceOf(Unknown.class, sender().check(handle, code(phone(0))));
  }

  @Test
  default void a_guess_at_a_service_that_is_not_there_is_not_judged() {
    var handle = sent();
    fallSilent();

    var result = sender().check(handle, code(phone(0)));

    assertTrue(result instanceof Unavailable || result instanceof Unknown, result.toString());
  }

  @Test
  default void whatever_is_said_of_a_guess_but_that_it_is_right_does_not_make_it_so() {
    var handle = sent();
    for (int status : List.of(200, 201, 302, 400, 401, 403, 404, 429, 500, 503)) {
      for (var body : Garbage.BODIES) {
        sayNext(status, body);

        var result = sender().check(handle, code(phone(0)));

        assertFalse(result instanceof Right, () -> status + ": " + Garbage.shown(body));
        if (status == 200 || status == 500) {
          assertInstanceOf(Unknown.class, result, () -> status + ": " + Garbage.shown(body));
        }
      }
    }
  }

  @Test
  default void what_is_said_of_a_guess_shows_no_code() {
    var handle = sent();
    var code = code(phone(0));
    var echo = "{\"code\":%1$s,\"message\":\"not %1$s\"}".formatted(code.digits());
    for (int status : List.of(200, 400, 403, 429, 500)) {
      sayNext(status, echo);
      var plain = sender().check(handle, code);
      sayNext(status, "{\"error\":" + echo + "}");
      var nested = sender().check(handle, code);

      assertFalse(plain.toString().contains(code.digits()));
      assertFalse(nested.toString().contains(code.digits()));
    }
  }

  @Test
  default void fifty_guesses_at_once_each_belong_to_their_phone() {
    var handles = Race.of(50, i -> accepted("ref-" + i, phone(i)).handle());

    var results = Race.of(50, i -> sender().check(handles.get(i), code(phone(i))));

    assertEquals(50, results.stream().filter(Right.class::isInstance).count());
    assertNotEquals(handles.get(0), handles.get(1));
  }
}
