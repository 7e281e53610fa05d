package dev.codeport.contract;

import static dev.codeport.contract.Given.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.codeport.domain.verification.Tally;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import dev.codeport.domain.verification.VerificationCommit;
import dev.codeport.domain.verification.VerificationCommit.Committed;
import dev.codeport.domain.verification.VerificationCommit.Stale;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** There are so many guesses and one success, whoever guesses at once. */
public interface VerificationGuessesContract extends StorageStage {
  @Test
  default void of_a_thousand_guesses_at_once_as_many_are_spent_as_there_are() {
    var sent = Given.sentVerification().guessedAtMost(5).in(storage());

    var spent = Race.of(1_000, i -> guesses(sent));

    assertEquals(5, spent.stream().filter(yes -> yes).count());
    assertEquals(5, found(sent).progress().guesses());
    assertEquals(0, found(sent).guessesLeft());
  }

  @Test
  default void guesses_spent_stay_spent_when_a_code_is_sent_again() {
    var sent = Given.sentVerification().guessedAtMost(3).in(storage());

    var spent =
        Race.of(
            60,
            i -> {
              if (i % 3 == 0) {
                var unused = commit(((Verification.Sent) found(sent)).again(minute(1)));
              }
              return guesses(sent);
            });

    assertEquals(3, spent.stream().filter(yes -> yes).count());
    assertEquals(3, found(sent).progress().guesses());
  }

  @Test
  default void of_a_hundred_right_guesses_at_once_one_verifies() {
    var sent = Given.sentVerification().in(storage());

    var results =
        Race.of(
            100,
            i ->
                storage()
                    .verifications()
                    .commit(
                        VerificationChange.of(sent.verified(minute(1)), minute(1))
                            .tally(new Tally.Success())
                            .build()));

    assertEquals(1, results.stream().filter(new Committed()::equals).count());
    assertEquals(99, results.stream().filter(new Stale()::equals).count());
    assertInstanceOf(Verification.Verified.class, found(sent));
  }

  /** Guesses as the service does: whenever somebody was faster, it looks again. */
  private boolean guesses(Verification verification) {
    while (found(verification) instanceof Verification.Sent sent && sent.guessesLeft() > 0) {
      var result =
          storage()
              .verifications()
              .commit(
                  VerificationChange.of(sent.guess(), minute(1))
                      .tally(new Tally.Guess(100, Duration.ofDays(1)))
                      .build());
      if (result instanceof Committed) {
        return true;
      }
    }
    return false;
  }

  private VerificationCommit commit(Verification verification) {
    return storage().verifications().commit(VerificationChange.of(verification, minute(1)).build());
  }

  private Verification found(Verification verification) {
    return storage().verifications().find(verification.account(), verification.id()).orElseThrow();
  }
}
