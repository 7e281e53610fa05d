package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.verification.Progress;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verification.Carried;
import dev.codeport.domain.verification.Verification.Reason;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.Committed;
import dev.codeport.domain.verification.VerificationCommit.Stale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A verification is what was last decided on top of what was known, one for a phone at a time. */
public interface VerificationStatesContract extends StorageStage {
  @Test
  default void every_state_of_a_verification_reads_back_as_it_was_written() {
    var account = Given.account().in(storage());
    var all =
        List.of(
            Given.startedVerification().of(account).to(Given.phone(1)).in(storage()),
            Given.sentVerification().of(account).to(Given.phone(2)).in(storage()),
            Given.theirVerification().of(account).to(Given.phone(3)).in(storage()),
            Given.verifiedVerification().of(account).to(Given.phone(4)).in(storage()),
            Given.failedVerification().of(account).to(Given.phone(5)).in(storage()),
            Given.blockedVerification().of(account).to(Given.phone(6)).in(storage()));

    for (var verification : all) {
      var open = Optional.of(verification).filter(Verification::isOpen);
      assertEquals(Optional.of(verification), find(verification));
      assertEquals(open, open(verification));
    }
  }

  @Test
  default void a_verification_that_is_sent_again_keeps_all_that_went_out() {
    var sent = Given.sentVerification().in(storage());
    var theirs = Given.theirVerification().in(storage());

    var again = sent.again(minute(1));
    Given.committed(storage(), VerificationChange.of(again, minute(1)));
    var both = again.carrying(theirs.carried());
    Given.committed(storage(), VerificationChange.of(both, minute(1)));

    assertEquals(Optional.of(both), find(sent));
    assertEquals(new Carried(true, theirs.carried().theirs()), both.carried());
    assertEquals(2, both.progress().rounds());
  }

  @Test
  default void a_test_number_of_a_person_who_is_not_known_reads_back_too() {
    var like = Given.verifiedVerification().in(storage()).terms();
    var terms =
        new Terms(
            like.id(),
            Given.account().in(storage()).id(),
            like.phone(),
            Optional.empty(),
            like.channel(),
            Locale.ROOT,
            like.intent(),
            4,
            10,
            like.startedAt(),
            like.expiresAt(),
            Optional.empty(),
            Judgement.CLEAN,
            true);
    var blocked = Verification.blocked(terms);

    Given.committed(storage(), VerificationChange.of(blocked, minute(0)));

    assertEquals(Optional.of(blocked), find(blocked));
  }

  @Test
  default void a_state_is_taken_only_on_top_of_the_one_it_was_decided_on() {
    var started = Given.startedVerification().in(storage());
    var sent = started.sent(Carried.ofUs());
    Given.committed(storage(), VerificationChange.of(sent, minute(0)));

    assertEquals(new Stale(), commit(started));
    assertEquals(new Stale(), commit(started.fail(Reason.NOT_SENT, minute(1))));
    assertEquals(new Stale(), commit(sent.guess().guess()));
    assertEquals(Optional.of(sent), find(sent));
  }

  @Test
  default void what_has_ended_never_moves_again() {
    var verified = Given.verifiedVerification().in(storage());
    var undone =
        new Verification.Failed(
            verified.terms(),
            verified.revision() + 1,
            verified.progress(),
            Reason.CANCELED,
            minute(9));

    assertEquals(new Stale(), commit(undone));
    assertEquals(Optional.of(verified), find(verified));
  }

  @Test
  default void of_many_decisions_on_one_revision_one_wins() {
    var sent = Given.sentVerification().in(storage());

    var results =
        Race.of(
            16, i -> commit(i % 2 == 0 ? sent.guess() : sent.fail(Reason.CANCELED, minute(i + 1))));

    assertEquals(1, results.stream().filter(new Committed()::equals).count());
    assertEquals(15, results.stream().filter(new Stale()::equals).count());
  }

  @Test
  default void a_phone_has_one_open_verification_in_its_account() {
    var account = Given.account().in(storage());
    var first = Given.sentVerification().of(account).in(storage());
    var second = VerificationLife.another(first, account.id());
    var stranger = Given.startedVerification().to(first.terms().phone()).in(storage());

    assertEquals(new Stale(), commit(second));
    assertEquals(Optional.empty(), find(second));
    assertEquals(Optional.of(first), open(first));
    assertEquals(Optional.of(stranger), open(stranger));

    Given.committed(
        storage(), VerificationChange.of(first.fail(Reason.CANCELED, minute(1)), minute(1)));
    Given.committed(storage(), VerificationChange.of(second, minute(1)));
    assertEquals(Optional.of(second), open(first));
  }

  @Test
  default void one_change_ends_the_former_and_begins_the_next() {
    var account = Given.account().in(storage());
    var former = Given.sentVerification().of(account).in(storage());
    var ended = former.fail(Reason.EXPIRED, minute(11));
    var next = VerificationLife.another(former, account.id());

    Given.committed(storage(), VerificationChange.of(next, minute(11)).after(ended));

    assertEquals(Optional.of(next), open(former));
    assertEquals(Optional.of(ended), find(former));
  }

  @Test
  default void of_many_that_begin_for_one_phone_at_once_one_does() {
    var account = Given.account().in(storage());
    var like = Given.failedVerification().of(account).in(storage());

    var results = Race.of(16, i -> commit(VerificationLife.another(like, account.id())));

    assertEquals(1, results.stream().filter(new Committed()::equals).count());
    assertEquals(15, results.stream().filter(new Stale()::equals).count());
  }

  @Test
  default void more_guesses_than_there_are_are_never_kept() {
    var sent = Given.sentVerification().guessedAtMost(2).in(storage());
    var beyond =
        new Verification.Sent(
            sent.terms(),
            sent.revision() + 1,
            new Progress(1, minute(0), 3),
            sent.mark(),
            sent.carried());

    assertThrows(RuntimeException.class, () -> commit(beyond));

    assertEquals(Optional.of(sent), find(sent));
  }

  @Test
  default void an_account_that_is_not_there_verifies_nothing() {
    var like = Given.failedVerification().in(storage());

    assertThrows(
        RuntimeException.class,
        () -> commit(VerificationLife.another(like, new AccountId(999_999))));
  }

  private VerificationCommit commit(Verification verification) {
    return storage().verifications().commit(VerificationChange.of(verification, minute(1)).build());
  }

  private Optional<Verification> find(Verification verification) {
    return storage().verifications().find(verification.account(), verification.id());
  }

  private Optional<Verification> open(Verification verification) {
    return storage().verifications().open(verification.account(), verification.terms().phone());
  }
}
