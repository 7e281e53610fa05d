package dev.codeport.contract;

import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.storage.Storage;
import dev.codeport.domain.verification.CodeMark;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Leads one verification through its life, committing every step. */
final class VerificationLife {
  private static final CodeMark MARK = new CodeMark("k1", "0a1b".repeat(8), "c0de".repeat(16));

  private final Storage storage;
  private final VerificationFixture.Terms given;

  VerificationLife(Storage storage, VerificationFixture.Terms given) {
    this.storage = storage;
    this.given = given;
  }

  Verification.Started start() {
    return commit(Verification.started(terms(), MARK), given.startedAt());
  }

  /** By a sender that carried our code. */
  Verification.Sent send() {
    return commit(start().sent(Verification.Carried.ofUs()), given.startedAt());
  }

  /** By a sender that made its own code. */
  Verification.Sent sendTheirs() {
    var carried = Verification.Carried.of(Given.EAST, new Handle("their-name"));
    return commit(start().sent(carried), given.startedAt());
  }

  Verification.Verified verify() {
    var guessed = commit(send().guess(), end());
    return commit(guessed.verified(end()), end());
  }

  Verification.Failed fail() {
    return commit(send().fail(Verification.Reason.CANCELED, end()), end());
  }

  Verification.Failed block() {
    return commit(Verification.blocked(terms()), given.startedAt());
  }

  /** Another one for the same phone, not committed. */
  static Verification.Started another(Verification like, AccountId account) {
    var id = VerificationId.random(ThreadLocalRandom.current());
    return Verification.started(like(like.terms(), id, account), MARK);
  }

  /** Its terms as if it were this account's. */
  static Terms asOf(Verification like, AccountId account) {
    return like(like.terms(), like.id(), account);
  }

  private static Terms like(Terms t, VerificationId id, AccountId account) {
    return new Terms(
        id,
        account,
        t.phone(),
        t.region(),
        t.channel(),
        t.locale(),
        t.intent(),
        t.codeLength(),
        t.mostGuesses(),
        t.startedAt(),
        t.expiresAt(),
        t.address(),
        t.judgement(),
        t.test());
  }

  private Instant end() {
    return given.startedAt().plus(given.endsAfter());
  }

  private <V extends Verification> V commit(V verification, Instant at) {
    Given.committed(storage, VerificationChange.of(verification, at));
    return verification;
  }

  private Terms terms() {
    return new Terms(
        VerificationId.random(ThreadLocalRandom.current()),
        given.account().orElseGet(() -> Given.account().in(storage).id()),
        given.phone(),
        given.region(),
        Channel.WHATSAPP,
        Locale.forLanguageTag("pt-BR"),
        Fingerprint.of("start", given.phone().e164()),
        6,
        given.mostGuesses(),
        given.startedAt(),
        given.startedAt().plus(given.life()),
        Optional.of("2001:db8::1"),
        new Judgement(
            List.of(
                new Finding("region", Mode.RECORD, "none", "allowed \"regions\""),
                new Finding("block-list", Mode.RECORD, "listed", "Ärger"))),
        false);
  }
}
