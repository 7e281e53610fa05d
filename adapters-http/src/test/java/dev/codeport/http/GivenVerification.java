package dev.codeport.http;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.fraud.Mode;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.idempotency.Fingerprint;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.CodeMark;
import dev.codeport.domain.verification.CodeOwner;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Terms;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.VerificationRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Verifications to show. */
public final class GivenVerification {
  public static final VerificationId ID = new VerificationId("0123456789abcdef0123456789abcdef");
  public static final PhoneNumber PHONE = new PhoneNumber("+14155550100");

  private GivenVerification() {}

  public static Terms terms() {
    return terms(Judgement.CLEAN);
  }

  public static Terms terms(Judgement judgement) {
    return new Terms(
        ID,
        Given.ACCOUNT,
        PHONE,
        Optional.empty(),
        Channel.SMS,
        Locale.ENGLISH,
        Fingerprint.of("intent"),
        6,
        5,
        Given.NOW,
        Given.NOW.plus(Duration.ofMinutes(10)),
        Optional.of("203.0.113.7"),
        judgement,
        false);
  }

  public static Verification.Started started() {
    return Verification.started(terms(), new CodeMark("k1", "nonce", "hmac"));
  }

  public static Verification.Sent sent() {
    return started().sent(Verification.Carried.ofUs());
  }

  /** After this many wrong guesses. */
  public static Verification.Sent guessed(int guesses) {
    var sent = sent();
    for (int i = 0; i < guesses; i++) {
      sent = sent.guess();
    }
    return sent;
  }

  public static Verification.Verified verified() {
    return sent().verified(Given.NOW.plusSeconds(60));
  }

  public static Verification.Failed failed(Verification.Reason reason) {
    return sent().fail(reason, Given.NOW.plusSeconds(90));
  }

  public static Verification.Failed blocked() {
    return Verification.blocked(
        terms(new Judgement(List.of(new Finding("region", Mode.BLOCK, "AQ", "allowed regions")))));
  }

  public static ShownVerification shown(Verification verification) {
    return new ShownVerification(
        verification, VerificationRules.STANDARD.next(verification, Given.NOW));
  }

  public static Dispatch dispatch() {
    return new Dispatch(
        ID,
        1,
        1,
        new SenderId("paper"),
        CodeOwner.US,
        ID + "-1",
        Given.NOW,
        Dispatch.State.ACCEPTED,
        Optional.of(new Handle("a-handle-nobody-sees")),
        Optional.of(Given.NOW.plusSeconds(1)),
        "",
        Optional.of(
            new Receipt(
                new SenderId("paper"),
                new Handle("a-handle-nobody-sees"),
                Receipt.Status.DELIVERED,
                Given.NOW.plusSeconds(5),
                "")));
  }

  public static Dispatch refused() {
    return new Dispatch(
        ID,
        2,
        1,
        new SenderId("stone"),
        CodeOwner.SENDER,
        ID + "-2",
        Given.NOW,
        Dispatch.State.REFUSED,
        Optional.empty(),
        Optional.of(Given.NOW.plusSeconds(1)),
        "ACCOUNT: suspended",
        Optional.empty());
  }
}
