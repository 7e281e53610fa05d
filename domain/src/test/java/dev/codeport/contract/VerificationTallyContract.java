package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.CapReached;
import dev.codeport.domain.verification.VerificationCommit.Committed;
import dev.codeport.domain.verification.VerificationCommit.PhoneLocked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is counted for a phone, exactly, whatever verifications it is counted by. */
public interface VerificationTallyContract extends StorageStage {
  Duration LOCK = Duration.ofDays(1);
  PhoneNumber PHONE = Given.phone(7);

  @Test
  default void no_more_is_sent_on_a_day_than_allowed_however_many_send_at_once() {
    var account = Given.account().in(storage()).id();
    var tomorrow = Instant.parse("2026-03-02T00:00:00Z");

    var results = Race.of(200, i -> count(account, new Tally.Send(20), minute(i % 60)));

    assertEquals(20, results.stream().filter(new Committed()::equals).count());
    assertEquals(180, results.stream().filter(new CapReached(tomorrow)::equals).count());
  }

  @Test
  default void a_day_begins_at_midnight_in_utc() {
    var account = Given.account().in(storage()).id();
    var midnight = Instant.parse("2026-03-02T00:00:00Z");
    var send = new Tally.Send(2);

    assertEquals(new Committed(), count(account, send, midnight.minus(Duration.ofDays(1))));
    assertEquals(new Committed(), count(account, send, midnight.minusNanos(1_000)));
    assertEquals(new CapReached(midnight), count(account, send, midnight.minusNanos(1_000)));
    assertEquals(new Committed(), count(account, send, midnight));
    assertEquals(new Committed(), count(account, send, midnight.plusSeconds(86_399)));
    assertEquals(
        new CapReached(midnight.plusSeconds(86_400)),
        count(account, send, midnight.plusSeconds(86_399)));
  }

  @Test
  default void nodes_that_disagree_about_the_day_still_keep_to_what_is_allowed() {
    var account = Given.account().in(storage()).id();
    var midnight = Instant.parse("2026-03-02T00:00:00Z");

    var results =
        Race.of(
            120, i -> count(account, new Tally.Send(10), midnight.plusMillis(i % 2 == 0 ? -1 : 1)));

    var sent = new Committed();
    assertTrue(10 >= IntStream.range(0, 60).filter(i -> sent.equals(results.get(2 * i))).count());
    assertTrue(
        10 >= IntStream.range(0, 60).filter(i -> sent.equals(results.get(2 * i + 1))).count());
  }

  @Test
  default void sends_are_counted_apart_for_each_phone_and_account() {
    var account = Given.account().in(storage()).id();
    var stranger = Given.account().in(storage()).id();
    var once = new Tally.Send(1);

    assertEquals(new Committed(), count(account, once, minute(0)));
    assertEquals(new Committed(), count(stranger, once, minute(0)));
    assertEquals(new Committed(), commit(account, Given.phone(8), once, minute(0)));
    assertEquals(CapReached.class, count(account, once, minute(0)).getClass());
  }

  @Test
  default void a_round_that_sent_nothing_is_not_counted() {
    var account = Given.account().in(storage()).id();
    var once = new Tally.Send(1);
    var midnight = Instant.parse("2026-03-02T00:00:00Z");
    assertEquals(new Committed(), count(account, once, minute(0)));

    assertEquals(new Committed(), count(account, new Tally.Unsent(minute(0)), minute(1)));
    assertEquals(new Committed(), count(account, once, minute(2)));
    assertEquals(new Committed(), count(account, once, midnight));
    assertEquals(new Committed(), count(account, new Tally.Unsent(minute(2)), midnight));

    assertEquals(CapReached.class, count(account, once, midnight).getClass());
  }

  @Test
  default void a_phone_is_locked_by_exactly_so_many_wrong_guesses_whatever_is_sent_again() {
    var account = Given.account().in(storage());
    var guess = new Tally.Guess(12, LOCK);
    for (int round = 0; round < 2; round++) {
      var sent = Given.sentVerification().of(account).to(PHONE).in(storage());
      for (int i = 0; i < 5; i++) {
        sent = committed(i == 2 ? sent.again(minute(1)).guess() : sent.guess(), sent, guess);
      }
      Given.committed(
          storage(),
          VerificationChange.of(
              sent.fail(Verification.Reason.TOO_MANY_GUESSES, minute(1)), minute(1)));
    }
    var last = Given.sentVerification().of(account).to(PHONE).in(storage());

    var eleventh = committed(last.guess(), last, guess);
    assertEquals(Optional.empty(), lockedUntil(account.id(), minute(1)));
    var twelfth = committed(eleventh.guess(), eleventh, guess);
    var until = minute(1).plus(LOCK);

    assertEquals(Optional.of(until), lockedUntil(account.id(), minute(1)));
    assertEquals(
        new PhoneLocked(until),
        storage()
            .verifications()
            .commit(
                VerificationChange.of(twelfth.guess(), until.minusNanos(1_000))
                    .tally(guess)
                    .build()));
    assertEquals(Optional.of(twelfth), storage().verifications().find(account.id(), twelfth.id()));
  }

  @Test
  default void of_many_guesses_at_once_as_many_count_as_there_are_until_the_lock() {
    var account = Given.account().in(storage()).id();

    var results = Race.of(200, i -> count(account, new Tally.Guess(100, LOCK), minute(0)));

    assertEquals(100, results.stream().filter(new Committed()::equals).count());
    assertEquals(
        100, results.stream().filter(new PhoneLocked(minute(0).plus(LOCK))::equals).count());
  }

  @Test
  default void a_lock_ends_and_counting_begins_anew() {
    var account = Given.account().in(storage()).id();
    var guess = new Tally.Guess(3, Duration.ofMinutes(5));
    List.of(0, 1, 2).forEach(i -> assertEquals(new Committed(), count(account, guess, minute(i))));

    assertEquals(new PhoneLocked(minute(7)), count(account, guess, minute(6)));
    assertEquals(Optional.empty(), lockedUntil(account, minute(7)));

    List.of(7, 8, 9).forEach(i -> assertEquals(new Committed(), count(account, guess, minute(i))));
    assertEquals(new PhoneLocked(minute(14)), count(account, guess, minute(10)));
  }

  @Test
  default void nothing_is_sent_to_a_phone_while_it_is_locked() {
    var account = Given.account().in(storage()).id();
    count(account, new Tally.Guess(1, Duration.ofMinutes(5)), minute(0));
    var send = new Tally.Send(1);

    assertEquals(new PhoneLocked(minute(5)), count(account, send, minute(4)));
    assertEquals(new Committed(), count(account, send, minute(5)));
    assertEquals(CapReached.class, count(account, send, minute(5)).getClass());
    assertEquals(
        new Committed(), count(account, new Tally.Guess(1, Duration.ofMinutes(5)), minute(6)));
    assertEquals(new PhoneLocked(minute(11)), count(account, send, minute(7)));
  }

  @Test
  default void a_success_forgets_the_guesses_before_it_and_ends_a_lock() {
    var account = Given.account().in(storage()).id();
    var guess = new Tally.Guess(3, LOCK);
    count(account, guess, minute(0));
    count(account, guess, minute(0));

    count(account, new Tally.Success(), minute(0));

    List.of(1, 2, 3).forEach(i -> assertEquals(new Committed(), count(account, guess, minute(i))));
    assertEquals(Optional.of(minute(3).plus(LOCK)), lockedUntil(account, minute(3)));
    assertEquals(new Committed(), count(account, new Tally.Success(), minute(4)));
    assertEquals(Optional.empty(), lockedUntil(account, minute(4)));
    assertEquals(new Committed(), count(account, guess, minute(5)));
  }

  @Test
  default void a_lock_is_one_accounts_and_one_phones_and_somebody_can_end_it() {
    var account = Given.account().in(storage()).id();
    var stranger = Given.account().in(storage()).id();
    var guess = new Tally.Guess(2, LOCK);
    count(account, guess, minute(0));
    count(account, guess, minute(0));
    var verifications = storage().verifications();

    assertEquals(new Committed(), count(stranger, guess, minute(1)));
    assertEquals(Optional.empty(), lockedUntil(stranger, minute(1)));
    assertEquals(Optional.empty(), verifications.lockedUntil(account, Given.phone(8), minute(1)));
    assertEquals(new Committed(), commit(account, Given.phone(8), guess, minute(1)));

    verifications.unlock(stranger, PHONE);
    assertEquals(PhoneLocked.class, count(account, guess, minute(1)).getClass());
    verifications.unlock(account, PHONE);

    assertEquals(Optional.empty(), lockedUntil(account, minute(1)));
    assertEquals(new Committed(), count(account, guess, minute(1)));
    assertEquals(Optional.empty(), lockedUntil(account, minute(1)));
  }

  @Test
  default void sends_and_guesses_do_not_count_for_each_other() {
    var account = Given.account().in(storage()).id();

    for (int i = 0; i < 3; i++) {
      assertEquals(new Committed(), count(account, new Tally.Send(3), minute(i)));
      assertEquals(new Committed(), count(account, new Tally.Guess(4, LOCK), minute(i)));
    }

    assertEquals(CapReached.class, count(account, new Tally.Send(3), minute(3)).getClass());
    assertEquals(Optional.empty(), lockedUntil(account, minute(3)));
    assertEquals(new Committed(), count(account, new Tally.Guess(4, LOCK), minute(3)));
    assertEquals(PhoneLocked.class, count(account, new Tally.Guess(4, LOCK), minute(3)).getClass());
  }

  /** Commits a guess, and before it whatever led to the state it was made in. */
  private Verification.Sent committed(
      Verification.Sent guessed, Verification.Sent before, Tally.Guess guess) {
    var change = VerificationChange.of(guessed, minute(1)).tally(guess);
    if (guessed.revision() > before.revision() + 1) {
      change.after(before.again(minute(1)));
    }
    Given.committed(storage(), change);
    return guessed;
  }

  private VerificationCommit count(AccountId account, Tally tally, Instant at) {
    return commit(account, PHONE, tally, at);
  }

  private VerificationCommit commit(AccountId account, PhoneNumber phone, Tally tally, Instant at) {
    return storage()
        .verifications()
        .commit(
            new VerificationChange(
                account,
                phone,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                tally,
                at));
  }

  private Optional<Instant> lockedUntil(AccountId account, Instant now) {
    return storage().verifications().lockedUntil(account, PHONE, now);
  }
}
