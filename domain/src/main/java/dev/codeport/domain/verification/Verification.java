package dev.codeport.domain.verification;

import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import java.time.Instant;
import java.util.Optional;

/**
 * The proof that somebody holds a phone, in one of four states; each knows what may happen to it
 * next.
 *
 * <pre>
 *   Started ──sent──► Sent ─┐ again, guess
 *      │               │ ▲──┘
 *      │ fail          │ verified, fail
 *      └──► Failed ◄───┴──► Verified
 * </pre>
 *
 * <p>Every move raises the {@link #revision} by one; storage takes a state only on top of the
 * revision it was decided on.
 */
public sealed interface Verification {
  Terms terms();

  /** 1 when started, one more with every move. */
  long revision();

  Progress progress();

  default VerificationId id() {
    return terms().id();
  }

  default AccountId account() {
    return terms().account();
  }

  default boolean isOpen() {
    return this instanceof Started || this instanceof Sent;
  }

  /** How many guesses are left; none once it has ended. */
  default int guessesLeft() {
    return isOpen() ? Math.max(0, terms().mostGuesses() - progress().guesses()) : 0;
  }

  /** A sender is being asked, or the process that asked it died; nothing can be guessed yet. */
  record Started(Terms terms, long revision, Progress progress, CodeMark mark)
      implements Verification {
    public Sent sent(Carried carried) {
      return new Sent(terms, revision + 1, progress, mark, carried);
    }

    public Failed fail(Reason reason, Instant now) {
      return new Failed(terms, revision + 1, progress, reason, now);
    }
  }

  /** A code is on its way, or may be. */
  record Sent(Terms terms, long revision, Progress progress, CodeMark mark, Carried carried)
      implements Verification {

    /** One more round of sending begins; the codes that went out stay good. */
    public Sent again(Instant now) {
      return new Sent(terms, revision + 1, progress.again(now), mark, carried);
    }

    /** What a later round brought beside. */
    public Sent carrying(Carried more) {
      return new Sent(terms, revision + 1, progress, mark, carried.and(more));
    }

    /**
     * Spends a guess, to be committed before anything is compared.
     *
     * @throws IllegalStateException when none is left
     */
    public Sent guess() {
      if (guessesLeft() == 0) {
        throw new IllegalStateException("no guess is left");
      }
      return new Sent(terms, revision + 1, progress.guessed(), mark, carried);
    }

    public Verified verified(Instant now) {
      return new Verified(terms, revision + 1, progress, now);
    }

    public Failed fail(Reason reason, Instant now) {
      return new Failed(terms, revision + 1, progress, reason, now);
    }
  }

  record Verified(Terms terms, long revision, Progress progress, Instant verifiedAt)
      implements Verification {}

  record Failed(Terms terms, long revision, Progress progress, Reason reason, Instant failedAt)
      implements Verification {}

  /** Why nothing came of it. */
  enum Reason {
    EXPIRED,
    TOO_MANY_GUESSES,
    CANCELED,
    /** No sender took it. */
    NOT_SENT,
    /** A rule was against it; the judgement says which. */
    BLOCKED
  }

  /**
   * Whose codes went out.
   *
   * @param ours whether ours did
   * @param theirs the sender whose own code went out last, and its name for it
   */
  record Carried(boolean ours, Optional<Theirs> theirs) {
    public static final Carried NOTHING = new Carried(false, Optional.empty());

    public static Carried ofUs() {
      return new Carried(true, Optional.empty());
    }

    public static Carried of(SenderId sender, Handle handle) {
      return new Carried(false, Optional.of(new Theirs(sender, handle)));
    }

    Carried and(Carried more) {
      return new Carried(ours || more.ours, more.theirs.or(() -> theirs));
    }
  }

  record Theirs(SenderId sender, Handle handle) {}

  static Started started(Terms terms, CodeMark mark) {
    return new Started(terms, 1, Progress.begun(terms.startedAt()), mark);
  }

  /** One that never began, kept for the record. */
  static Failed blocked(Terms terms) {
    return new Failed(
        terms, 1, Progress.begun(terms.startedAt()), Reason.BLOCKED, terms.startedAt());
  }
}
