package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.Verifications.Sends;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What went out is counted, and how much of it was in vain. */
public interface SendsContract extends StorageStage {
  Optional<Region> INDONESIA = Optional.of(new Region("ID"));
  LocalDate TODAY = LocalDate.ofInstant(Given.NOW, ZoneOffset.UTC);

  @Test
  default void what_went_out_is_counted_by_day_sender_and_region() {
    var one = Given.verifiedVerification().in(storage());
    var other = Given.sentVerification().to(Given.phone(2)).in(storage());
    var abroad = Given.sentVerification().from(Optional.empty()).to(Given.phone(3)).in(storage());
    ask(one, 1, Given.WEST, minute(0));
    ask(other, 1, Given.WEST, minute(1));
    ask(other, 2, Given.EAST, minute(2));
    ask(other, 3, Given.WEST, minute(3).plus(Duration.ofDays(1)));
    ask(abroad, 1, Given.WEST, minute(4));

    assertEquals(
        List.of(
            new Sends(TODAY, Given.EAST, INDONESIA, 1, 0),
            new Sends(TODAY, Given.WEST, INDONESIA, 2, 0),
            new Sends(TODAY, Given.WEST, Optional.empty(), 1, 0),
            new Sends(TODAY.plusDays(1), Given.WEST, INDONESIA, 1, 0)),
        sends(minute(0), minute(9).plus(Duration.ofDays(1))));
    assertEquals(
        List.of(new Sends(TODAY, Given.WEST, INDONESIA, 1, 0)), sends(minute(1), minute(2)));
  }

  @Test
  default void what_surely_did_not_go_out_does_not_count() {
    var sent = Given.sentVerification().in(storage());
    var asked = DispatchesContract.dispatch(sent, 1, Given.WEST);
    var next = DispatchesContract.dispatch(sent, 2, Given.WEST);
    var lost = DispatchesContract.dispatch(sent, 3, Given.EAST);
    var refused = new SendResult.Refused(SendResult.Reason.OTHER, "");
    commit(sent, asked.answered(refused, minute(1)));
    commit(sent, next.answered(new SendResult.Unavailable(Optional.empty(), ""), minute(1)));
    commit(sent, lost.answered(new SendResult.Unknown("timeout"), minute(1)));

    assertEquals(
        List.of(new Sends(TODAY, Given.EAST, INDONESIA, 1, 0)), sends(minute(-9), minute(9)));
  }

  @Test
  default void what_went_to_phones_that_never_verified_was_in_vain() {
    var account = Given.account().in(storage());
    var vain = Given.failedVerification().of(account).to(Given.phone(1)).in(storage());
    var first = Given.failedVerification().of(account).to(Given.phone(2)).in(storage());
    var then = Given.verifiedVerification().of(account).to(Given.phone(2)).in(storage());
    var open = Given.sentVerification().of(account).to(Given.phone(3)).in(storage());
    var stranger = Given.verifiedVerification().to(Given.phone(1)).in(storage());
    for (var each : List.of(vain, first, then, open, stranger)) {
      ask(each, 1, Given.WEST, minute(1));
    }

    assertEquals(
        List.of(new Sends(TODAY, Given.WEST, INDONESIA, 5, 1)), sends(minute(0), minute(9)));
  }

  @Test
  default void what_is_erased_still_counts_where_it_went() {
    var failed = Given.failedVerification().in(storage());
    ask(failed, 1, Given.WEST, minute(1));
    assertEquals(1, storage().retention().eraseVerifications(minute(60), 10));

    assertEquals(
        List.of(new Sends(TODAY, Given.WEST, INDONESIA, 1, 1)), sends(minute(0), minute(9)));
  }

  private List<Sends> sends(Instant from, Instant to) {
    return storage().verifications().sends(from, to);
  }

  private void ask(Verification verification, int ordinal, SenderId sender, Instant at) {
    var asked = DispatchesContract.dispatch(verification, ordinal, sender, at);
    commit(
        verification,
        asked.answered(new SendResult.Accepted(new Handle("h"), Optional.empty()), at));
  }

  private void commit(Verification verification, Dispatch dispatch) {
    Given.committed(
        storage(), VerificationChange.about(verification, minute(1)).dispatch(dispatch));
  }
}
