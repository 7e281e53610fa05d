package dev.codeport.application.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CheckTest {
  private final FakeGateway gateway = new FakeGateway("gateway");
  private final SendingWorld world = new SendingWorld(gateway);

  @Test
  void says_yes_once() {
    var id = world.started(SendingWorld.PHONE);
    var code = gateway.lastCode();

    assertInstanceOf(CheckVerification.Right.class, world.check(id, code));
    assertInstanceOf(CheckVerification.Ended.class, world.check(id, code));
    assertInstanceOf(Verification.Verified.class, world.read(id));
  }

  @Test
  void spends_a_guess_for_each_wrong_code_and_ends_with_the_last() {
    var id = world.started(SendingWorld.PHONE);
    var wrong = SendingWorld.not(gateway.lastCode());

    for (int left = 4; left >= 0; left--) {
      var result = assertInstanceOf(CheckVerification.Wrong.class, world.check(id, wrong));
      assertEquals(left, result.verification().verification().guessesLeft());
    }

    assertInstanceOf(CheckVerification.Ended.class, world.check(id, gateway.lastCode()));
    var failed = assertInstanceOf(Verification.Failed.class, world.read(id));
    assertEquals(Verification.Reason.TOO_MANY_GUESSES, failed.reason());
  }

  @Test
  void gives_no_guess_back_when_the_code_is_sent_again() {
    var id = world.started(SendingWorld.PHONE);
    var wrong = SendingWorld.not(gateway.lastCode());
    world.check(id, wrong);
    world.advance(Duration.ofSeconds(31));

    world.resend(id);

    assertEquals(4, world.read(id).guessesLeft());
  }

  @Test
  void compares_at_most_the_allowed_of_a_thousand_guesses_at_once() throws Exception {
    var id = world.started(SendingWorld.PHONE);
    var right = gateway.lastCode();
    var wrong = SendingWorld.not(right);

    var results = atOnce(1_000, () -> world.check(id, wrong));

    assertEquals(5, count(results, CheckVerification.Wrong.class));
    assertEquals(995, count(results, CheckVerification.Ended.class));
    assertInstanceOf(CheckVerification.Ended.class, world.check(id, right));
  }

  @Test
  void says_yes_to_one_of_a_hundred_right_answers_at_once() throws Exception {
    var id = world.started(SendingWorld.PHONE);
    var right = gateway.lastCode();

    var results = atOnce(100, () -> world.check(id, right));

    assertEquals(1, count(results, CheckVerification.Right.class));
    assertEquals(0, count(results, CheckVerification.Wrong.class));
  }

  @Test
  void locks_the_phone_after_exactly_a_hundred_wrong_guesses_whatever_is_sent_again() {
    int wrong = 0;
    Optional<CheckVerification.PhoneLocked> locked = Optional.empty();
    for (int i = 0; i < 60 && locked.isEmpty(); i++) {
      if (world.start(SendingWorld.PHONE) instanceof StartVerification.Accepted started) {
        var id = started.verification().verification().id();
        var guess = SendingWorld.not(gateway.lastCode());
        for (int j = 0; j < 6 && locked.isEmpty(); j++) {
          switch (world.check(id, guess)) {
            case CheckVerification.Wrong spent -> wrong++;
            case CheckVerification.PhoneLocked now -> locked = Optional.of(now);
            case CheckVerification.Ended over -> {}
            default -> throw new IllegalStateException();
          }
        }
      } else if (world.start(SendingWorld.PHONE) instanceof StartVerification.PhoneLocked stop) {
        locked = Optional.of(new CheckVerification.PhoneLocked(stop.until()));
      }
      world.advance(Duration.ofHours(3));
    }

    assertEquals(100, wrong);
    assertTrue(locked.isPresent());
  }

  @Test
  void ends_a_lock_by_the_operator_or_with_time() {
    lock();
    assertInstanceOf(StartVerification.PhoneLocked.class, world.start(SendingWorld.PHONE));
    var phone = world.codeport.phone(SendingWorld.PHONE).orElseThrow();
    assertTrue(world.codeport.phoneLock(world.account, phone).isPresent());

    world.codeport.unlockPhone(world.account, phone);

    assertTrue(world.codeport.phoneLock(world.account, phone).isEmpty());
    assertInstanceOf(StartVerification.Accepted.class, world.start(SendingWorld.PHONE));
  }

  @Test
  void takes_no_guess_when_the_time_is_over() {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofMinutes(10));

    assertInstanceOf(CheckVerification.Ended.class, world.check(id, gateway.lastCode()));
  }

  @Test
  void knows_neither_unknown_ids_nor_those_of_others() {
    var id = world.started(SendingWorld.PHONE);
    var other = world.codeport.openAccount("Bob").id();

    assertInstanceOf(
        CheckVerification.NotFound.class,
        world.check(VerificationId.random(new Random(1)), gateway.lastCode()));
    assertInstanceOf(
        CheckVerification.NotFound.class,
        world.codeport.checkVerification(other, id, gateway.lastCode()));
    assertEquals(5, world.read(id).guessesLeft());
  }

  @Test
  void takes_no_guess_after_a_cancel() {
    var id = world.started(SendingWorld.PHONE);

    assertInstanceOf(
        CancelVerification.Canceled.class, world.codeport.cancelVerification(world.account, id));
    assertInstanceOf(CheckVerification.Ended.class, world.check(id, gateway.lastCode()));
    assertInstanceOf(
        CancelVerification.Ended.class, world.codeport.cancelVerification(world.account, id));
  }

  @Test
  void spends_the_guess_before_it_asks_the_sender_that_made_the_code() {
    var service = new FakeOtpService("service");
    var town = new SendingWorld(service);
    var id = town.started(SendingWorld.PHONE);
    service.nextCheck(new CheckResult.Unknown("reset"));

    assertInstanceOf(CheckVerification.Unavailable.class, town.check(id, FakeOtpService.CODE));
    assertEquals(4, town.read(id).guessesLeft());
    assertInstanceOf(CheckVerification.Right.class, town.check(id, FakeOtpService.CODE));
    assertEquals(2, service.checked());
  }

  @Test
  void loses_no_success_to_guesses_that_are_made_while_the_sender_says_yes() {
    for (var used : List.of(new CheckResult.UsedUp(), new CheckResult.Gone(false))) {
      var service = new FakeOtpService("service").nextCheck(new CheckResult.Right());
      var town = new SendingWorld(service);
      var id = town.started(SendingWorld.PHONE);
      service.meanwhile(
          () -> {
            for (int i = 0; i < 4; i++) {
              service.nextCheck(used);
              assertInstanceOf(CheckVerification.Ended.class, town.check(id, FakeOtpService.CODE));
            }
          });

      assertInstanceOf(CheckVerification.Right.class, town.check(id, FakeOtpService.CODE));

      assertEquals(5, service.checked());
      assertInstanceOf(Verification.Verified.class, town.read(id));
    }
  }

  @Test
  void has_a_code_that_its_sender_forgot_sent_again_under_the_same_id() {
    var service = new FakeOtpService("service").nextCheck(new CheckResult.Gone(false));
    var town = new SendingWorld(service);
    var id = town.started(SendingWorld.PHONE);

    assertInstanceOf(CheckVerification.Ended.class, town.check(id, FakeOtpService.CODE));
    town.advance(Duration.ofSeconds(31));
    town.resend(id);

    assertEquals(2, service.asked().size());
    assertInstanceOf(CheckVerification.Right.class, town.check(id, FakeOtpService.CODE));
  }

  @Test
  void ends_when_the_sender_takes_no_guess_any_more() {
    var service = new FakeOtpService("service").nextCheck(new CheckResult.Gone(true));
    var town = new SendingWorld(service);
    var id = town.started(SendingWorld.PHONE);

    assertInstanceOf(CheckVerification.Ended.class, town.check(id, FakeOtpService.CODE));

    var failed = assertInstanceOf(Verification.Failed.class, town.read(id));
    assertEquals(Verification.Reason.TOO_MANY_GUESSES, failed.reason());
  }

  @Test
  void asks_the_sender_at_most_as_often_as_there_are_guesses() throws Exception {
    var service = new FakeOtpService("service");
    var town = new SendingWorld(service);
    var id = town.started(SendingWorld.PHONE);

    atOnce(200, () -> town.check(id, SendingWorld.not(FakeOtpService.CODE)));

    assertEquals(5, service.checked());
  }

  @Test
  void lets_codes_of_both_kinds_be_right_after_one_sender_gave_way_to_another() {
    var service = new FakeOtpService("service");
    var town = new SendingWorld(service, gateway);
    var id = town.started(SendingWorld.PHONE);
    town.advance(Duration.ofSeconds(31));
    service.next(new SendResult.Unavailable(Optional.empty(), "down"));
    town.resend(id);

    assertEquals(1, gateway.sent().size());
    assertInstanceOf(CheckVerification.Wrong.class, town.check(id, new OneTimeCode("000001")));
    assertInstanceOf(CheckVerification.Right.class, town.check(id, FakeOtpService.CODE));
  }

  @Test
  void settles_what_a_process_left_that_died_while_it_sent() {
    gateway.meanwhile(
        () -> {
          throw new IllegalStateException("the process dies");
        });
    try {
      world.start(SendingWorld.PHONE);
    } catch (IllegalStateException died) {
      gateway.meanwhile(() -> {});
    }
    var phone = world.codeport.phone(SendingWorld.PHONE).orElseThrow();
    var left = world.codeport.openVerification(world.account, phone).orElseThrow();
    assertInstanceOf(Verification.Started.class, left.verification());

    world.advance(Duration.ofSeconds(61));
    world.codeport.workers().runDue();

    assertInstanceOf(Verification.Sent.class, world.read(left.verification().id()));
    world.advance(Duration.ofMinutes(10));
    world.codeport.workers().runDue();
    assertInstanceOf(Verification.Failed.class, world.read(left.verification().id()));
  }

  private void lock() {
    while (!(world.start(SendingWorld.PHONE) instanceof StartVerification.PhoneLocked)) {
      var open =
          world.codeport.openVerification(
              world.account, world.codeport.phone(SendingWorld.PHONE).orElseThrow());
      for (int i = 0; i < 5 && open.isPresent(); i++) {
        world.check(open.get().verification().id(), SendingWorld.not(gateway.lastCode()));
      }
      world.advance(Duration.ofMinutes(73));
    }
  }

  private static List<CheckVerification.Result> atOnce(
      int times, Callable<CheckVerification.Result> call) throws Exception {
    var calls = new ArrayList<Callable<CheckVerification.Result>>();
    for (int i = 0; i < times; i++) {
      calls.add(call);
    }
    var results = new ArrayList<CheckVerification.Result>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(calls)) {
        results.add(each.get());
      }
    }
    return results;
  }

  private static long count(
      List<CheckVerification.Result> results, Class<? extends CheckVerification.Result> kind) {
    return results.stream().filter(kind::isInstance).count();
  }
}
