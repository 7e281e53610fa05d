package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.OrderId;
import dev.codeport.domain.idempotency.Claim;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.idempotency.IdempotencyKey;
import dev.codeport.domain.storage.Change;
import dev.codeport.domain.storage.CommitResult;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.CapReached;
import dev.codeport.domain.verification.VerificationCommit.Committed;
import dev.codeport.domain.verification.VerificationCommit.KeyTaken;
import dev.codeport.domain.verification.VerificationCommit.PhoneLocked;
import dev.codeport.domain.verification.VerificationCommit.Stale;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key is claimed by one request, whatever it asked for, and what is refused leaves nothing. */
public interface VerificationClaimsContract extends StorageStage {
  IdempotencyKey KEY = new IdempotencyKey("!key~with/odd\"signs");

  @Test
  default void a_claim_leads_to_its_verification() {
    var account = Given.account().in(storage());
    var start = start(account);
    var claim = claim(start, "meaning");

    Given.committed(storage(), VerificationChange.of(start, minute(1)).claim(claim));

    assertEquals(Optional.of(claim), storage().idempotencyKeys().find(account.id(), KEY));
    assertEquals(Optional.of(start.id()), claim.verification());
  }

  @Test
  default void a_key_is_taken_once_and_whoever_comes_later_learns_by_whom() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage());
    var first = start(account);
    var claim = claim(first, "meaning");
    Given.committed(storage(), VerificationChange.of(first, minute(1)).claim(claim));

    for (var meaning : List.of("meaning", "another meaning")) {
      var again = start(account);
      assertEquals(
          new KeyTaken(claim),
          commit(VerificationChange.of(again, minute(1)).claim(claim(again, meaning))));
      assertEquals(Optional.empty(), find(again));
    }
    var elsewhere = start(stranger);
    Given.committed(
        storage(), VerificationChange.of(elsewhere, minute(1)).claim(claim(elsewhere, "meaning")));
  }

  @Test
  default void of_a_hundred_requests_with_one_key_one_begins() {
    var account = Given.account().in(storage());

    var results =
        Race.of(
            100,
            i -> {
              var start = start(account);
              return commit(VerificationChange.of(start, minute(1)).claim(claim(start, "meaning")));
            });

    var winner = storage().idempotencyKeys().find(account.id(), KEY).orElseThrow();
    assertEquals(1, results.stream().filter(new Committed()::equals).count());
    assertEquals(99, results.stream().filter(new KeyTaken(winner)::equals).count());
    var open = storage().verifications().open(account.id(), Given.phone(1)).orElseThrow();
    assertEquals(winner.verification(), Optional.of(open.id()));
  }

  @Test
  default void orders_and_verifications_share_the_keys_of_an_account() {
    var account = Given.account().in(storage());
    var start = start(account);
    var ofOrder = new Claim(KEY, Fingerprint.of("m"), List.of(new OrderId(7)), minute(1));
    var ofStart = claim(start, "m");
    Given.committed(storage(), Change.of(account.id()).claim(ofOrder));

    assertEquals(
        new KeyTaken(ofOrder), commit(VerificationChange.of(start, minute(1)).claim(ofStart)));

    Given.committed(storage(), Change.of(account.id()).release(ofOrder));
    Given.committed(storage(), VerificationChange.of(start, minute(1)).claim(ofStart));
    assertEquals(
        new CommitResult.KeyTaken(ofStart),
        storage().commit(Change.of(account.id()).claim(ofOrder).build()));
  }

  @Test
  default void one_change_frees_a_key_and_begins_under_it() {
    var account = Given.account().in(storage());
    var fruitless = Given.failedVerification().of(account).in(storage());
    var former = claim(fruitless, "m");
    Given.committed(storage(), Change.of(account.id()).claim(former));

    var results =
        Race.of(
            16,
            i -> {
              var start = start(account);
              return commit(
                  VerificationChange.of(start, minute(1)).release(former).claim(claim(start, "m")));
            });

    var winner = storage().idempotencyKeys().find(account.id(), KEY).orElseThrow();
    var open = storage().verifications().open(account.id(), Given.phone(1)).orElseThrow();
    assertEquals(Optional.of(open.id()), winner.verification());
    assertEquals(1, results.stream().filter(new Committed()::equals).count());
    assertEquals(15, results.stream().filter(new KeyTaken(winner)::equals).count());
  }

  @Test
  default void a_claim_of_no_order_is_not_released_for_that_of_a_verification() {
    var account = Given.account().in(storage());
    var start = start(account);
    var claim = claim(start, "m");
    Given.committed(storage(), VerificationChange.of(start, minute(1)).claim(claim));

    var other = new Claim(KEY, claim.fingerprint(), List.of(), claim.at());
    Given.committed(storage(), Change.of(account.id()).release(other));

    assertEquals(Optional.of(claim), storage().idempotencyKeys().find(account.id(), KEY));
  }

  @Test
  default void a_refused_change_of_verifications_takes_no_effect_at_all() {
    var account = Given.account().in(storage());
    var phone = Given.phone(2);
    var sent = Given.sentVerification().of(account).to(phone).in(storage());
    var spent = new Tally.Send(1);
    Given.committed(
        storage(), VerificationChange.of(sent.again(minute(1)), minute(1)).tally(spent));
    var known = storage().verifications().find(account.id(), sent.id());
    var again = ((Verification.Sent) known.orElseThrow()).again(minute(2));
    var change =
        VerificationChange.of(again, minute(2)).claim(claim(again, "m")).dispatch(dispatch(sent));
    var stale = VerificationChange.of(sent.again(minute(2)), minute(2)).claim(claim(sent, "m"));

    assertInstanceOf(CapReached.class, commit(change.tally(spent)));
    assertInstanceOf(Committed.class, commitTally(again, new Tally.Guess(1, Duration.ofDays(1))));
    assertInstanceOf(
        PhoneLocked.class, commit(change.tally(new Tally.Guess(1, Duration.ofDays(1)))));
    assertInstanceOf(Stale.class, commit(stale.tally(spent)));

    assertEquals(known, find(sent));
    assertEquals(List.of(), storage().verifications().dispatches(account.id(), sent.id()));
    assertEquals(Optional.empty(), storage().idempotencyKeys().find(account.id(), KEY));
  }

  @Test
  default void what_is_refused_counts_for_nothing() {
    var account = Given.account().in(storage());
    var sent = Given.sentVerification().of(account).in(storage());
    var moved = sent.again(minute(1));
    Given.committed(storage(), VerificationChange.of(moved, minute(1)));

    var stale = VerificationChange.of(sent.again(minute(1)), minute(1));
    for (int i = 0; i < 3; i++) {
      assertEquals(new Stale(), commit(stale.tally(new Tally.Send(1))));
      assertEquals(new Stale(), commit(stale.tally(new Tally.Guess(1, Duration.ofDays(1)))));
    }

    assertEquals(new Committed(), commitTally(moved, new Tally.Send(1)));
    assertEquals(
        Optional.empty(),
        storage().verifications().lockedUntil(account.id(), moved.terms().phone(), minute(1)));
  }

  private Verification.Started start(Account account) {
    var like = Given.blockedVerification().of(account).in(storage());
    return VerificationLife.another(like, account.id());
  }

  private static Dispatch dispatch(Verification verification) {
    return DispatchesContract.dispatch(verification, 1, Given.WEST);
  }

  private static Claim claim(Verification verification, String meaning) {
    return Claim.of(KEY, Fingerprint.of(meaning), verification.id(), minute(1));
  }

  private VerificationCommit commit(VerificationChange.Builder change) {
    return storage().verifications().commit(change.build());
  }

  private VerificationCommit commitTally(Verification verification, Tally tally) {
    return storage()
        .verifications()
        .commit(
            new VerificationChange(
                verification.account(),
                verification.terms().phone(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                tally,
                minute(1)));
  }

  private Optional<Verification> find(Verification verification) {
    return storage().verifications().find(verification.account(), verification.id());
  }
}
