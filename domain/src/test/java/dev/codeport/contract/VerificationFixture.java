package dev.codeport.contract;

import dev.codeport.domain.account.Account;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.phone.Region;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A verification to be brought into a state step by step, each committed as the service would. */
public final class VerificationFixture<V extends Verification> {
  private final Function<VerificationLife, V> course;
  private final Terms terms;

  /** What may be said about the verification. */
  record Terms(
      Optional<AccountId> account,
      PhoneNumber phone,
      Optional<Region> region,
      Instant startedAt,
      Duration life,
      int mostGuesses,
      Duration endsAfter) {}

  private VerificationFixture(Function<VerificationLife, V> course, Terms terms) {
    this.course = course;
    this.terms = terms;
  }

  static <V extends Verification> VerificationFixture<V> living(
      Function<VerificationLife, V> course) {
    var terms =
        new Terms(
            Optional.empty(),
            Given.phone(1),
            Optional.of(new Region("ID")),
            Given.NOW,
            Duration.ofMinutes(10),
            5,
            Duration.ofMinutes(2));
    return new VerificationFixture<>(course, terms);
  }

  /** Whose it is; otherwise a new account's. */
  public VerificationFixture<V> of(Account account) {
    var t = terms;
    return with(
        new Terms(
            Optional.of(account.id()),
            t.phone,
            t.region,
            t.startedAt,
            t.life,
            t.mostGuesses,
            t.endsAfter));
  }

  public VerificationFixture<V> to(PhoneNumber phone) {
    var t = terms;
    return with(
        new Terms(t.account, phone, t.region, t.startedAt, t.life, t.mostGuesses, t.endsAfter));
  }

  /** Whose number the phone's is, if that is known. */
  public VerificationFixture<V> from(Optional<Region> region) {
    var t = terms;
    return with(
        new Terms(t.account, t.phone, region, t.startedAt, t.life, t.mostGuesses, t.endsAfter));
  }

  public VerificationFixture<V> startedAt(Instant at) {
    var t = terms;
    return with(new Terms(t.account, t.phone, t.region, at, t.life, t.mostGuesses, t.endsAfter));
  }

  /** How long its code is good; 10 minutes otherwise. */
  public VerificationFixture<V> lasting(Duration life) {
    var t = terms;
    return with(
        new Terms(t.account, t.phone, t.region, t.startedAt, life, t.mostGuesses, t.endsAfter));
  }

  /** How many guesses it has; 5 otherwise. */
  public VerificationFixture<V> guessedAtMost(int times) {
    var t = terms;
    return with(new Terms(t.account, t.phone, t.region, t.startedAt, t.life, times, t.endsAfter));
  }

  /** How long after its start it ended, if it did; 2 minutes otherwise. */
  public VerificationFixture<V> endedAfter(Duration time) {
    var t = terms;
    return with(new Terms(t.account, t.phone, t.region, t.startedAt, t.life, t.mostGuesses, time));
  }

  public V in(Storage storage) {
    return course.apply(new VerificationLife(storage, terms));
  }

  private VerificationFixture<V> with(Terms newTerms) {
    return new VerificationFixture<>(course, newTerms);
  }
}
