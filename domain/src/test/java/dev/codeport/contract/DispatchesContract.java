package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked of senders, and what they told of it in whatever order. */
public interface DispatchesContract extends StorageStage {
  @Test
  default void dispatches_read_back_in_their_order_each_in_its_last_state() {
    var sent = Given.sentVerification().in(storage());
    var first = dispatch(sent, 1, Given.WEST);
    var second = dispatch(sent, 2, Given.EAST);
    var refused =
        first.answered(
            new SendResult.Refused(SendResult.Reason.TOO_MANY, "no \"more\" \u2028"), minute(1));
    var lost = second.answered(new SendResult.Unknown("timeout"), minute(1));

    commit(sent, second, first, refused);
    assertEquals(List.of(refused, second), dispatches(sent));
    commit(sent, lost);
    assertEquals(List.of(refused, lost), dispatches(sent));
  }

  @Test
  default void what_was_asked_stays_when_the_verification_has_ended() {
    var verified = Given.verifiedVerification().in(storage());

    commit(verified, accepted(verified, "late"));

    assertEquals(List.of(accepted(verified, "late")), dispatches(verified));
  }

  @Test
  default void a_receipt_shows_at_what_it_is_about_also_when_it_came_before_the_answer() {
    var early = Given.sentVerification().in(storage());
    var late = Given.sentVerification().in(storage());
    var other = Given.sentVerification().in(storage());
    commit(late, accepted(late, "late"));
    commit(other, accepted(other, "other"));

    record(receipt("early", Status.DELIVERED, 1));
    record(receipt("late", Status.SENT, 2));
    commit(early, dispatch(early, 1, Given.WEST));
    assertEquals(Optional.empty(), receiptOf(early));
    commit(early, accepted(early, "early"));

    assertEquals(Optional.of(receipt("early", Status.DELIVERED, 1)), receiptOf(early));
    assertEquals(Optional.of(receipt("late", Status.SENT, 2)), receiptOf(late));
    assertEquals(Optional.empty(), receiptOf(other));
  }

  @Test
  default void the_latest_word_counts_in_whatever_order_words_come() {
    var sent = Given.sentVerification().in(storage());
    commit(sent, accepted(sent, "m"));

    record(receipt("m", Status.SENT, 2));
    record(receipt("m", Status.QUEUED, 3));
    assertEquals(Optional.of(receipt("m", Status.SENT, 2)), receiptOf(sent));
    record(receipt("m", Status.SENT, 4));
    assertEquals(Optional.of(receipt("m", Status.SENT, 2)), receiptOf(sent));
    var failed = new Receipt(Given.WEST, new Handle("m"), Status.UNDELIVERED, minute(5), "30003");
    record(failed);
    record(receipt("m", Status.DELIVERED, 6));
    record(receipt("m", Status.QUEUED, 1));

    assertEquals(Optional.of(failed), receiptOf(sent));
  }

  @Test
  default void of_two_last_words_at_once_one_stays() {
    var sent = Given.sentVerification().in(storage());
    commit(sent, accepted(sent, "m"));

    Race.of(
        16,
        i -> {
          record(receipt("m", i % 2 == 0 ? Status.DELIVERED : Status.UNDELIVERED, i));
          return i;
        });
    var said = receiptOf(sent);
    record(receipt("m", Status.DELIVERED, 90));
    record(receipt("m", Status.UNDELIVERED, 91));

    assertEquals(said, receiptOf(sent));
  }

  @Test
  default void senders_may_use_the_same_names() {
    var sent = Given.sentVerification().in(storage());
    commit(sent, accepted(sent, "m"));

    record(new Receipt(Given.EAST, new Handle("m"), Status.DELIVERED, minute(1), ""));

    assertEquals(Optional.empty(), receiptOf(sent));
  }

  @Test
  default void what_a_caller_says_of_receipts_does_not_count() {
    var sent = Given.sentVerification().in(storage());
    commit(sent, accepted(sent, "m"));
    record(receipt("m", Status.DELIVERED, 1));
    var read = dispatches(sent).getFirst();

    commit(sent, accepted(sent, "m"));

    assertEquals(List.of(read), dispatches(sent));
  }

  @Test
  default void nothing_is_asked_for_a_verification_that_is_not_there() {
    var sent = Given.sentVerification().in(storage());
    var account = Given.account().in(storage());
    var foreign = VerificationLife.another(sent, account.id());
    var change =
        VerificationChange.about(foreign, minute(1)).dispatch(dispatch(sent, 1, Given.WEST));

    assertThrows(RuntimeException.class, () -> storage().verifications().commit(change.build()));

    assertEquals(List.of(), dispatches(sent));
  }

  static Dispatch dispatch(Verification verification, int ordinal, SenderId sender) {
    return dispatch(verification, ordinal, sender, minute(0));
  }

  static Dispatch dispatch(
      Verification verification, int ordinal, SenderId sender, Instant askedAt) {
    return new Dispatch(
        verification.id(),
        ordinal,
        1,
        sender,
        CodeOwner.US,
        verification.id() + "-" + ordinal,
        askedAt,
        Dispatch.State.ASKING,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private static Dispatch accepted(Verification verification, String handle) {
    var accepted = new SendResult.Accepted(new Handle(handle), Optional.empty());
    return dispatch(verification, 1, Given.WEST).answered(accepted, minute(1));
  }

  private static Receipt receipt(String handle, Status status, int minute) {
    return new Receipt(Given.WEST, new Handle(handle), status, minute(minute), "");
  }

  private void commit(Verification verification, Dispatch... dispatches) {
    var change = VerificationChange.about(verification, minute(1));
    List.of(dispatches).forEach(change::dispatch);
    Given.committed(storage(), change);
  }

  private void record(Receipt receipt) {
    storage().verifications().record(receipt);
  }

  private List<Dispatch> dispatches(Verification verification) {
    return storage().verifications().dispatches(verification.account(), verification.id());
  }

  private Optional<Receipt> receiptOf(Verification verification) {
    return dispatches(verification).getFirst().receipt();
  }
}
