package dev.codeport.domain.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The truth about verifications. A {@link VerificationChange} is committed whole or not at all,
 * durably, by one call; every read sees every change committed before it began.
 *
 * <p>What must never happen is refused here, whoever asks: a state written over a newer one, two
 * open verifications of one phone for one account, more guesses than there are, a second claim of a
 * key, more sends on a day or more wrong guesses in a row than the change's {@link Tally} allows.
 *
 * <p>Phones are kept sealed and found by keyed hash; of codes nothing is kept but their marks.
 */
public interface Verifications {
  VerificationCommit commit(VerificationChange change);

  Optional<Verification> find(AccountId account, VerificationId id);

  /** The phone's one that has not ended, even if its time is over. */
  Optional<Verification> open(AccountId account, PhoneNumber phone);

  /**
   * The account's, newest first.
   *
   * @param limit 1 to 1000
   */
  List<Verification> list(AccountId account, Filter filter, int limit);

  /** In the order of their ordinals, each with the newest receipt that came for it. */
  List<Dispatch> dispatches(AccountId account, VerificationId id);

  /**
   * Keeps what a sender told. May be called twice and in any order, also before the sender's answer
   * is committed; what is older than what is known changes nothing.
   */
  void record(Receipt receipt);

  /** Those still started that began before {@code startedBefore}, and open ones that are over. */
  List<Verification> unsettled(Instant startedBefore, Instant now, int limit);

  /**
   * What went out, or may have, in this time, by day (UTC), sender and region, the oldest day
   * first; of test numbers nothing does. Verifications that are forgotten are not counted any more.
   *
   * @param to exclusive
   */
  List<Sends> sends(Instant from, Instant to);

  /** Until when no guess is taken for this phone; empty when it is not locked. */
  Optional<Instant> lockedUntil(AccountId account, PhoneNumber phone, Instant now);

  /** Ends a lock, and has the guesses so far forgotten. */
  void unlock(AccountId account, PhoneNumber phone);

  /**
   * @param states none for all of them
   * @param before only those older than this one, which must be the account's; none for all
   */
  record Filter(Optional<PhoneNumber> phone, Set<Status> states, Optional<VerificationId> before) {
    public static final Filter ALL = new Filter(Optional.empty(), Set.of(), Optional.empty());

    public Filter {
      states = Set.copyOf(states);
    }
  }

  /**
   * @param region whose numbers they went to; none where that is not known
   * @param messages how many senders took, or may have taken
   * @param fruitless those to phones for which no verification of the account that was sent
   *     something in this time has been verified, or still can be
   */
  record Sends(
      LocalDate day, SenderId sender, Optional<Region> region, long messages, long fruitless) {}

  enum Status {
    STARTED,
    SENT,
    VERIFIED,
    FAILED;

    public static Status of(Verification verification) {
      return switch (verification) {
        case Verification.Started started -> STARTED;
        case Verification.Sent sent -> SENT;
        case Verification.Verified verified -> VERIFIED;
        case Verification.Failed failed -> FAILED;
      };
    }
  }
}
