package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit.Stale;
import dev.codeport.domain.verification.Verifications.Filter;
import dev.codeport.domain.verification.Verifications.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists for customers and for workers; nothing crosses accounts. */
public interface VerificationListsContract extends StorageStage {
  @Test
  default void an_account_sees_its_own_the_newest_first() {
    var account = Given.account().in(storage());
    var stranger = Given.account().in(storage());
    var second = Given.failedVerification().of(account).startedAt(minute(2)).in(storage());
    var third = Given.sentVerification().of(account).startedAt(minute(3)).in(storage());
    var first = Given.blockedVerification().of(account).startedAt(minute(1)).in(storage());
    var foreign = Given.sentVerification().of(stranger).in(storage());

    assertEquals(List.of(third, second, first), list(account, Filter.ALL, 10));
    assertEquals(List.of(third, second), list(account, Filter.ALL, 2));
    assertEquals(List.of(foreign), list(stranger, Filter.ALL, 10));
  }

  @Test
  default void a_list_is_narrowed_by_phone_and_by_state() {
    var account = Given.account().in(storage());
    var here = Given.phone(1);
    var old = Given.verifiedVerification().of(account).to(here).in(storage());
    var open = Given.startedVerification().of(account).to(here).startedAt(minute(5)).in(storage());
    var there =
        Given.verifiedVerification()
            .of(account)
            .to(Given.phone(2))
            .startedAt(minute(6))
            .in(storage());

    assertEquals(List.of(open, old), list(account, filter(here), 10));
    assertEquals(List.of(there, old), list(account, filter(Status.VERIFIED), 10));
    assertEquals(List.of(open), list(account, filter(here, Status.STARTED, Status.SENT), 10));
    assertEquals(List.of(), list(account, filter(Status.FAILED), 10));
    assertEquals(List.of(), list(account, filter(Given.phone(3)), 10));
  }

  @Test
  default void one_can_go_on_where_a_page_ended_also_when_many_began_at_one_moment() {
    var account = Given.account().in(storage());
    List<Verification> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(Given.blockedVerification().of(account).startedAt(minute(i / 3)).in(storage()));
    }
    all.sort(
        Comparator.<Verification, Instant>comparing(v -> v.terms().startedAt())
            .thenComparing(v -> v.id().hex())
            .reversed());

    var read = new ArrayList<>(list(account, Filter.ALL, 2));
    for (var page = read.subList(0, 2); !page.isEmpty(); ) {
      page = list(account, before(read.getLast().id()), 2);
      read.addAll(page);
    }

    assertEquals(all, read);
  }

  @Test
  default void one_cannot_go_on_from_what_another_account_has() {
    var account = Given.account().in(storage());
    Given.blockedVerification().of(account).in(storage());
    var foreign = Given.blockedVerification().startedAt(minute(9)).in(storage());

    assertEquals(List.of(), list(account, before(foreign.id()), 10));
  }

  @Test
  default void what_another_account_has_is_not_found_and_not_moved() {
    var stranger = Given.account().in(storage());
    var sent = Given.sentVerification().in(storage());
    var verifications = storage().verifications();
    var stolen =
        new Verification.Sent(
            VerificationLife.asOf(sent, stranger.id()),
            sent.revision() + 1,
            sent.progress(),
            sent.mark(),
            sent.carried());

    assertEquals(Optional.empty(), verifications.find(stranger.id(), sent.id()));
    assertEquals(Optional.empty(), verifications.open(stranger.id(), sent.terms().phone()));
    assertEquals(List.of(), verifications.dispatches(stranger.id(), sent.id()));
    assertEquals(
        new Stale(), verifications.commit(VerificationChange.of(stolen, minute(1)).build()));
    assertEquals(Optional.of(sent), verifications.find(sent.account(), sent.id()));
  }

  @Test
  default void a_worker_finds_those_that_hang_and_those_that_are_over() {
    var hanging = Given.startedVerification().startedAt(minute(1)).in(storage());
    var young = Given.startedVerification().startedAt(minute(3)).in(storage());
    var over = Given.sentVerification().lasting(Duration.ofMinutes(4)).in(storage());
    Given.sentVerification().lasting(Duration.ofMinutes(5)).in(storage());
    Given.verifiedVerification().lasting(Duration.ofMinutes(1)).in(storage());
    var both = Given.startedVerification().lasting(Duration.ofMinutes(2)).in(storage());
    Given.blockedVerification().in(storage());
    var verifications = storage().verifications();

    assertEquals(
        Set.of(hanging, over, both), Set.copyOf(verifications.unsettled(minute(2), minute(4), 10)));
    assertEquals(3, verifications.unsettled(minute(2), minute(4), 10).size());
    assertEquals(
        Set.of(hanging, over, both, young),
        Set.copyOf(verifications.unsettled(minute(4), minute(4), 10)));
    assertEquals(2, verifications.unsettled(minute(2), minute(4), 2).size());
    assertEquals(List.of(), verifications.unsettled(minute(0), minute(1), 10));
  }

  private List<Verification> list(Account account, Filter filter, int limit) {
    return storage().verifications().list(account.id(), filter, limit);
  }

  private static Filter filter(PhoneNumber phone, Status... states) {
    return new Filter(Optional.of(phone), Set.of(states), Optional.empty());
  }

  private static Filter filter(Status state) {
    return new Filter(Optional.empty(), Set.of(state), Optional.empty());
  }

  private static Filter before(VerificationId id) {
    return new Filter(Optional.empty(), Set.of(), Optional.of(id));
  }
}
