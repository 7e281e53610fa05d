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
import dev.codeport.domain.storage.CommitResult.KeyTaken;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key is claimed by one request of its account. */
public interface IdempotencyContract extends StorageStage {
  @Test
  default void a_claim_reads_back_as_it_was_written() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage());
    var claim = claim("!key~with/odd\"signs", 3, 1, 2);

    Given.committed(storage(), Change.of(account.id()).claim(claim));

    assertEquals(Optional.of(claim), find(account, claim.key()));
    assertEquals(Optional.empty(), find(stranger, claim.key()));
    assertEquals(Optional.empty(), find(account, new IdempotencyKey("other")));
  }

  @Test
  default void a_key_is_taken_once_in_its_account() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage());
    var first = claim("k", 1);
    var second = claim("k", 2);

    Given.committed(storage(), Change.of(account.id()).claim(first));
    Given.committed(storage(), Change.of(stranger.id()).claim(second));

    assertEquals(new KeyTaken(first), commit(Change.of(account.id()).claim(second)));
    assertEquals(Optional.of(first), find(account, first.key()));
  }

  @Test
  default void of_a_hundred_requests_with_one_key_one_gets_it() {
    var account = Given.account().in(storage());

    var results = Race.of(100, i -> commit(Change.of(account.id()).claim(claim("k", i + 1))));

    var winner = find(account, new IdempotencyKey("k")).orElseThrow();
    assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(99, results.stream().filter(new KeyTaken(winner)::equals).count());
  }

  @Test
  default void a_released_key_is_free_again() {
    var account = Given.account().in(storage());
    var former = claim("k", 1);
    Given.committed(storage(), Change.of(account.id()).claim(former));

    Given.committed(storage(), Change.of(account.id()).release(former));
    assertEquals(Optional.empty(), find(account, former.key()));

    var next = claim("k", 2);
    Given.committed(storage(), Change.of(account.id()).claim(next));
    assertEquals(Optional.of(next), find(account, next.key()));
  }

  @Test
  default void one_change_frees_a_key_and_takes_it() {
    var account = Given.account().in(storage());
    var former = claim("k", 1);
    Given.committed(storage(), Change.of(account.id()).claim(former));

    var results =
        Race.of(16, i -> commit(Change.of(account.id()).release(former).claim(claim("k", i + 2))));

    var winner = find(account, former.key()).orElseThrow();
    assertEquals(1, results.stream().filter(CommitResult.Committed.class::isInstance).count());
    assertEquals(15, results.stream().filter(new KeyTaken(winner)::equals).count());
  }

  @Test
  default void a_key_that_somebody_else_has_by_now_stays_his() {
    var account = Given.account().in(storage());
    var former = claim("k", 1);
    var present = claim("k", 2);
    Given.committed(storage(), Change.of(account.id()).claim(present));

    Given.committed(storage(), Change.of(account.id()).release(former));
    var taken = commit(Change.of(account.id()).release(former).claim(claim("k", 3)));

    assertEquals(Optional.of(present), find(account, present.key()));
    assertEquals(new KeyTaken(present), assertInstanceOf(KeyTaken.class, taken));
  }

  private CommitResult commit(Change.Builder change) {
    return storage().commit(change.build());
  }

  private Optional<Claim> find(Account account, IdempotencyKey key) {
    return storage().idempotencyKeys().find(account.id(), key);
  }

  private static Claim claim(String key, long... orders) {
    return new Claim(
        new IdempotencyKey(key),
        Fingerprint.of("place", String.valueOf(orders[0])),
        Arrays.stream(orders).mapToObj(OrderId::new).toList(),
        minute(1));
  }
}
