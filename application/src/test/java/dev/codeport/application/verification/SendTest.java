package dev.codeport.application.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.domain.fraud.NetworkAddress;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.limit.Limit;
import dev.codeport.domain.limit.Quota;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SendTest {
  private static final SendResult.Refused REFUSED =
      new SendResult.Refused(SendResult.Reason.BALANCE, "no credit");

  private final FakeGateway first = new FakeGateway("first");
  private final FakeGateway second = new FakeGateway("second");
  private final SendingWorld world = new SendingWorld(first, second);

  @Test
  void sends_one_text_and_says_what_may_follow() {
    var accepted =
        assertInstanceOf(StartVerification.Accepted.class, world.start("+44 7700 900123"));

    var shown = accepted.verification();
    assertInstanceOf(Verification.Sent.class, shown.verification());
    assertEquals(5, shown.verification().guessesLeft());
    assertEquals(Optional.of(world.clock.instant().plusSeconds(30)), shown.next().resendAt());
    assertEquals(Optional.of(world.clock.instant()), shown.next().checkAt());
    assertEquals(1, first.sent().size());
    assertEquals(0, second.asked().size());
    assertEquals("+447700900123", first.sent().getFirst().to().e164());
  }

  @Test
  void asks_the_next_sender_after_a_definite_no() {
    first.next(REFUSED);

    var id = world.started(SendingWorld.PHONE);

    assertEquals(1, first.asked().size());
    assertEquals(1, second.sent().size());
    assertEquals(
        List.of(Dispatch.State.REFUSED, Dispatch.State.ACCEPTED),
        world.codeport.dispatches(world.account, id).stream().map(Dispatch::state).toList());
  }

  @Test
  void asks_nobody_else_after_a_lost_answer() {
    first.next(new SendResult.Unknown("reset"));

    var id = world.started(SendingWorld.PHONE);

    assertEquals(0, second.asked().size());
    assertInstanceOf(CheckVerification.Right.class, world.check(id, first.lastCode()));
  }

  @Test
  void asks_once_more_for_the_same_after_a_lost_answer_where_that_sends_nothing_twice() {
    var once = FakeGateway.sendingOnce("once").next(new SendResult.Unknown("reset"));
    var town = new SendingWorld(once, second);

    var id = town.started(SendingWorld.PHONE);

    assertEquals(2, once.asked().size());
    assertEquals(once.asked().getFirst(), once.asked().getLast());
    assertEquals(1, once.sent().size());
    assertEquals(0, second.asked().size());
    assertEquals(
        List.of(Dispatch.State.ACCEPTED),
        town.codeport.dispatches(town.account, id).stream().map(Dispatch::state).toList());
  }

  @Test
  void takes_a_no_to_the_same_once_more_for_no_answer_about_the_first() {
    var once = FakeGateway.sendingOnce("once").next(new SendResult.Unknown("reset")).next(REFUSED);
    var town = new SendingWorld(once, second);

    var id = town.started(SendingWorld.PHONE);

    assertEquals(2, once.asked().size());
    assertEquals(0, second.asked().size());
    assertEquals(
        List.of(Dispatch.State.UNKNOWN),
        town.codeport.dispatches(town.account, id).stream().map(Dispatch::state).toList());
    assertInstanceOf(CheckVerification.Right.class, town.check(id, once.lastCode()));
  }

  @Test
  void asks_for_the_same_no_third_time() {
    var lost = new SendResult.Unknown("reset");
    var once = FakeGateway.sendingOnce("once").next(lost).next(lost);
    var town = new SendingWorld(once, second);

    town.started(SendingWorld.PHONE);

    assertEquals(2, once.asked().size());
    assertEquals(1, once.sent().size());
  }

  @Test
  void has_a_senders_own_code_checked_although_its_answer_got_lost() {
    var service = new FakeOtpService("service").next(new SendResult.Unknown("reset"));
    var town = new SendingWorld(service);

    var id = town.started(SendingWorld.PHONE);

    assertEquals(2, service.asked().size());
    assertEquals(service.asked().getFirst(), service.asked().getLast());
    assertInstanceOf(CheckVerification.Right.class, town.check(id, FakeOtpService.CODE));
  }

  @Test
  void asks_nobody_else_after_a_verdict_of_fraud() {
    first.next(new SendResult.Refused(SendResult.Reason.FRAUD, "pumping"));

    var result = assertInstanceOf(StartVerification.NotSent.class, world.start(SendingWorld.PHONE));

    assertEquals(0, second.asked().size());
    assertInstanceOf(Verification.Failed.class, result.verification().verification());
  }

  @Test
  void gives_the_allowance_and_the_key_back_when_nobody_sends() {
    for (int i = 0; i < 20; i++) {
      first.next(REFUSED);
      second.next(new SendResult.Unavailable(Optional.empty(), "down"));

      var result = world.start(SendingWorld.PHONE, "one-key");

      assertInstanceOf(StartVerification.NotSent.class, result);
    }

    assertInstanceOf(StartVerification.Accepted.class, world.start(SendingWorld.PHONE, "one-key"));
    assertEquals(1, first.sent().size());
  }

  @Test
  void takes_the_same_request_within_the_quiet_time_for_a_repetition() {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofSeconds(14));

    var again = assertInstanceOf(StartVerification.Replayed.class, world.start(SendingWorld.PHONE));

    assertEquals(id, again.verification().verification().id());
    assertEquals(1, first.sent().size());
  }

  @Test
  void sends_the_same_code_again_under_the_same_id_by_another_gateway() {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofSeconds(31));

    var again = world.start(SendingWorld.PHONE);

    assertEquals(id, SendingWorld.id(again));
    assertEquals(1, first.sent().size());
    assertEquals(first.lastCode(), second.lastCode());
    assertEquals(2, world.read(id).progress().rounds());
  }

  @Test
  void waits_longer_each_time_it_is_sent_again() {
    var id = world.started(SendingWorld.PHONE);

    for (int pause : new int[] {30, 60, 120}) {
      world.advance(Duration.ofSeconds(pause).minusMillis(1));
      var denied = assertInstanceOf(StartVerification.PhoneLimited.class, world.resend(id));
      assertEquals(Duration.ofMillis(1), denied.retryAfter());
      world.advance(Duration.ofMillis(1));
      assertInstanceOf(StartVerification.Accepted.class, world.resend(id));
    }
  }

  @Test
  void takes_a_second_resend_within_the_quiet_time_for_a_repetition() {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofSeconds(30));
    world.resend(id);
    world.advance(Duration.ofSeconds(2));

    assertInstanceOf(StartVerification.Replayed.class, world.resend(id));
    assertEquals(2, first.sent().size() + second.sent().size());
  }

  @Test
  void repeats_under_one_key_whatever_happens_in_between() {
    var id = SendingWorld.id(world.start(SendingWorld.PHONE, "k"));
    world.advance(Duration.ofMinutes(5));

    var again = world.start(SendingWorld.PHONE, "k");
    var other = world.start(SendingWorld.OTHER_PHONE, "k");

    assertEquals(id, SendingWorld.id(again));
    assertInstanceOf(StartVerification.Replayed.class, again);
    assertInstanceOf(StartVerification.KeyReused.class, other);
    assertEquals(1, first.sent().size());
  }

  @Test
  void sends_once_when_a_hundred_requests_come_at_once() throws Exception {
    for (int round = 10; round < 40; round++) {
      var phone = "+4477009002" + round;
      var key = "k" + round;

      var ids = atOnce(100, () -> SendingWorld.id(world.start(phone, key)));

      assertEquals(1, new HashSet<>(ids).size());
      assertEquals(round - 9, first.asked().size());
    }
  }

  @Test
  void sends_once_when_a_hundred_requests_without_a_key_come_at_once() throws Exception {
    for (int round = 10; round < 40; round++) {
      var phone = "+4477009003" + round;

      var ids = atOnce(100, () -> world.started(phone));

      assertEquals(1, new HashSet<>(ids).size());
      assertEquals(round - 9, first.asked().size());
    }
  }

  @Test
  void frees_the_key_of_a_resend_of_which_nothing_came() {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofSeconds(30));
    first.next(REFUSED);
    second.next(REFUSED);
    assertInstanceOf(StartVerification.NotSent.class, resend(id, "again"));

    assertInstanceOf(StartVerification.Accepted.class, resend(id, "again"));
    assertInstanceOf(StartVerification.Replayed.class, resend(id, "again"));
    assertEquals(2, first.sent().size() + second.sent().size());
  }

  @Test
  void sends_again_once_when_a_hundred_requests_come_at_once_under_one_key() throws Exception {
    var ids = new ArrayList<VerificationId>();
    for (int round = 10; round < 40; round++) {
      ids.add(world.started("+4477009004" + round));
    }
    world.advance(Duration.ofSeconds(30));

    for (var id : ids) {
      var results = atOnce(100, () -> resend(id, "again-" + id));

      assertEquals(1, count(results, StartVerification.Accepted.class));
      assertEquals(99, count(results, StartVerification.Replayed.class));
    }
  }

  @Test
  void counts_one_of_many_resends_that_come_at_once() throws Exception {
    var id = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofSeconds(30));

    atOnce(50, () -> world.resend(id));

    assertEquals(2, first.sent().size() + second.sent().size());
    world.advance(Duration.ofSeconds(59));
    assertInstanceOf(StartVerification.PhoneLimited.class, world.resend(id));
  }

  @Test
  void begins_anew_when_the_former_is_over() {
    var former = world.started(SendingWorld.PHONE);
    world.advance(Duration.ofMinutes(10));

    var id = world.started(SendingWorld.PHONE);

    assertNotEquals(former, id);
    var ended = assertInstanceOf(Verification.Failed.class, world.read(former));
    assertEquals(Verification.Reason.EXPIRED, ended.reason());
  }

  @Test
  void refuses_numbers_regions_and_kinds_that_were_not_chosen() {
    assertInstanceOf(StartVerification.NotANumber.class, world.start("call me"));
    assertEquals("region", blocked(world.start("+33612345678")));
    assertEquals("number-kind", blocked(world.start("+442079460018")));
    assertEquals(0, first.asked().size());
  }

  @Test
  void keeps_what_was_refused_and_why() {
    world.start("+33612345678");

    var kept = world.codeport.verifications(world.account, Verifications.Filter.ALL, 10);

    var failed = assertInstanceOf(Verification.Failed.class, kept.getFirst().verification());
    assertEquals(Verification.Reason.BLOCKED, failed.reason());
    assertEquals("FR", failed.terms().judgement().findings().getFirst().value());
  }

  @Test
  void heeds_the_block_list_and_the_safe_list() {
    world.codeport.putListEntry(entry(ListEntry.Kind.BLOCK, "+4477009001*"));
    assertEquals("block-list", blocked(world.start(SendingWorld.PHONE)));

    world.codeport.putListEntry(entry(ListEntry.Kind.SAFE, SendingWorld.PHONE));
    assertInstanceOf(StartVerification.Accepted.class, world.start(SendingWorld.PHONE));
    assertEquals("block-list", blocked(world.start(SendingWorld.OTHER_PHONE)));
  }

  @Test
  void counts_by_network_address_and_gives_back_what_the_phone_refuses() {
    var home = NetworkAddress.parse("2001:db8:1:2::1").orElseThrow();
    var neighbour = NetworkAddress.parse("2001:db8:1:2:ffff::1").orElseThrow();
    for (int i = 0; i < 9; i++) {
      var phone = "+44770090020" + i;
      assertInstanceOf(StartVerification.Accepted.class, from(home, phone));
      assertInstanceOf(StartVerification.PhoneLimited.class, from(home, phone, "k" + i));
    }
    assertInstanceOf(StartVerification.Accepted.class, from(home, SendingWorld.PHONE));

    assertInstanceOf(StartVerification.AddressLimited.class, from(neighbour, "+447700900300"));
    assertEquals(10, first.sent().size());
  }

  @Test
  void keeps_a_daily_count_that_needs_no_limiter() {
    var generous = new Quota(List.of(Limit.of(1_000).per(Duration.ofDays(1))), List.of());
    var town = new SendingWorld(SendingWorld.rules(generous), first);
    var id = town.started(SendingWorld.PHONE);
    for (int i = 1; i < 20; i++) {
      town.advance(Duration.ofSeconds(20));
      assertInstanceOf(StartVerification.Accepted.class, town.resend(id));
    }
    town.advance(Duration.ofSeconds(20));

    var denied = assertInstanceOf(StartVerification.PhoneLimited.class, town.resend(id));

    var midnight = town.clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    assertEquals(Duration.between(town.clock.instant(), midnight), denied.retryAfter());
    assertEquals(20, first.sent().size());
    town.advance(denied.retryAfter());
    assertInstanceOf(StartVerification.Accepted.class, town.start(SendingWorld.PHONE));
  }

  @Test
  void pretends_for_test_numbers_without_limit() {
    for (int i = 0; i < 50; i++) {
      var id = SendingWorld.id(world.start(SendingWorld.TEST_PHONE.e164(), "k" + i));
      assertInstanceOf(CheckVerification.Right.class, world.check(id, SendingWorld.TEST_CODE));
    }

    assertEquals(0, first.asked().size());
    assertEquals(
        50, world.codeport.verifications(world.account, Verifications.Filter.ALL, 99).size());
  }

  private StartVerification.Result resend(VerificationId id, String key) {
    var request = Optional.of(SendingWorld.named(key, id.hex()));
    return ((ResendVerification.Done) world.codeport.resendVerification(world.account, id, request))
        .result();
  }

  private static long count(
      List<StartVerification.Result> results, Class<? extends StartVerification.Result> kind) {
    return results.stream().filter(kind::isInstance).count();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    var results = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(Collections.nCopies(times, call))) {
        results.add(each.get());
      }
    }
    return results;
  }

  private StartVerification.Result from(NetworkAddress where, String phone) {
    return world.codeport.startVerification(
        StartVerification.Command.sms(world.account, phone).from(where));
  }

  private StartVerification.Result from(NetworkAddress where, String phone, String key) {
    return world.codeport.startVerification(
        StartVerification.Command.sms(world.account, phone)
            .from(where)
            .repeatable(SendingWorld.named(key, phone)));
  }

  private static ListEntry entry(ListEntry.Kind kind, String subject) {
    return new ListEntry(kind, subject, "because", Optional.empty());
  }

  private static String blocked(StartVerification.Result result) {
    return assertInstanceOf(StartVerification.Blocked.class, result).finding().rule();
  }
}
