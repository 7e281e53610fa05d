package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.Committed;
import dev.codeport.domain.verification.VerificationCommit.PhoneLocked;
import dev.codeport.domain.verification.Verifications.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was kept of verifications long enough is let go, and nothing else. */
public interface VerificationRetentionContract extends StorageStage {
  @Test
  default void an_old_verification_stays_without_its_phone_and_its_address() {
    var account = Given.account().in(storage());
    var old = Given.verifiedVerification().of(account).startedAt(minute(1)).in(storage());
    var young = Given.failedVerification().of(account).startedAt(minute(20)).in(storage());
    var open = Given.sentVerification().of(account).startedAt(minute(0)).in(storage());
    var retention = storage().retention();

    assertEquals(1, retention.eraseVerifications(minute(22), 10));
    assertEquals(0, retention.eraseVerifications(minute(22), 10));

    var kept = assertInstanceOf(Verification.Verified.class, find(old).orElseThrow());
    assertEquals(PhoneNumber.ERASED, kept.terms().phone());
    assertEquals(Optional.empty(), kept.terms().address());
    assertNotEquals(old.terms().intent(), kept.terms().intent());
    assertEquals(old.verifiedAt(), kept.verifiedAt());
    assertEquals(old.progress(), kept.progress());
    assertEquals(old.terms().judgement(), kept.terms().judgement());
    assertEquals(Optional.of(young), find(young));
    assertEquals(Optional.of(open), find(open));
    var ofPhone = new Filter(Optional.of(old.terms().phone()), Set.of(), Optional.empty());
    assertEquals(List.of(young, open), storage().verifications().list(account.id(), ofPhone, 10));
    assertEquals(
        List.of(young, kept, open), storage().verifications().list(account.id(), Filter.ALL, 10));
  }

  @Test
  default void no_more_verifications_are_erased_than_asked_for_the_oldest_first() {
    var third = Given.failedVerification().startedAt(minute(3)).in(storage());
    var first = Given.blockedVerification().startedAt(minute(1)).in(storage());
    var second = Given.failedVerification().startedAt(minute(2)).in(storage());

    assertEquals(1, storage().retention().eraseVerifications(minute(9), 1));
    assertEquals(PhoneNumber.ERASED, find(first).orElseThrow().terms().phone());
    assertEquals(Optional.of(second), find(second));
    assertEquals(Optional.of(third), find(third));
    assertEquals(2, storage().retention().eraseVerifications(minute(9), 10));
  }

  @Test
  default void an_old_verification_is_forgotten_with_what_was_asked_for_it() {
    var account = Given.account().in(storage());
    var old = Given.verifiedVerification().of(account).startedAt(minute(1)).in(storage());
    var young = Given.failedVerification().of(account).startedAt(minute(20)).in(storage());
    var open = Given.sentVerification().of(account).startedAt(minute(0)).in(storage());
    dispatched(old, "old");
    dispatched(young, "young");
    var retention = storage().retention();

    assertEquals(0, retention.forgetVerifications(minute(22), 10));
    assertEquals(2, retention.eraseVerifications(minute(99), 10));
    assertEquals(1, retention.forgetVerifications(minute(22), 10));
    assertEquals(0, retention.forgetVerifications(minute(22), 10));

    assertEquals(Optional.empty(), find(old));
    assertEquals(List.of(), storage().verifications().dispatches(account.id(), old.id()));
    assertEquals(1, storage().verifications().dispatches(account.id(), young.id()).size());
    var kept = find(young).orElseThrow();
    assertEquals(List.of(kept, open), storage().verifications().list(account.id(), Filter.ALL, 10));
  }

  @Test
  default void old_receipts_are_forgotten() {
    var verified = Given.verifiedVerification().in(storage());
    dispatched(verified, "m");
    storage().verifications().record(receipt("m", 2));
    storage().verifications().record(receipt("of nothing", 1));

    assertEquals(1, storage().retention().forgetReceipts(minute(2), 10));
    assertEquals(Optional.of(receipt("m", 2)), receiptOf(verified));
    assertEquals(1, storage().retention().forgetReceipts(minute(3), 10));
    assertEquals(Optional.empty(), receiptOf(verified));
  }

  @Test
  default void what_was_counted_for_a_phone_is_forgotten_when_its_day_and_its_lock_are_over() {
    var account = Given.account().in(storage()).id();
    var day = Duration.ofDays(1);
    count(account, 1, new Tally.Send(9), minute(0));
    count(account, 2, new Tally.Guess(1, day.multipliedBy(3)), minute(0));
    count(account, 3, new Tally.Send(1), minute(0).plus(day));
    var retention = storage().retention();

    assertEquals(0, retention.forgetTallies(minute(0).plusSeconds(30), 10));
    assertEquals(1, retention.forgetTallies(minute(0).plus(day), 10));
    assertInstanceOf(
        PhoneLocked.class, count(account, 2, new Tally.Guess(1, day), minute(1).plus(day)));
    assertEquals(1, retention.forgetTallies(minute(0).plus(day.multipliedBy(2)), 10));
    assertEquals(new Committed(), count(account, 3, new Tally.Send(1), minute(0).plus(day)));
    assertEquals(2, retention.forgetTallies(minute(0).plus(day.multipliedBy(4)), 10));
  }

  private void dispatched(Verification verification, String handle) {
    var accepted = new SendResult.Accepted(new Handle(handle), Optional.empty());
    var dispatch = DispatchesContract.dispatch(verification, 1, Given.WEST);
    Given.committed(
        storage(),
        VerificationChange.about(verification, minute(1))
            .dispatch(dispatch.answered(accepted, minute(1))));
  }

  private static Receipt receipt(String handle, int minute) {
    return new Receipt(
        Given.WEST, new Handle(handle), Receipt.Status.DELIVERED, minute(minute), "");
  }

  private VerificationCommit count(AccountId account, int phone, Tally tally, Instant at) {
    return storage()
        .verifications()
        .commit(
            new VerificationChange(
                account,
                Given.phone(phone),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                tally,
                at));
  }

  private Optional<Verification> find(Verification verification) {
    return storage().verifications().find(verification.account(), verification.id());
  }

  private Optional<Receipt> receiptOf(Verification verification) {
    return storage()
        .verifications()
        .dispatches(verification.account(), verification.id())
        .getFirst()
        .receipt();
  }
}
