package dev.codeport.http.api.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.Judgement;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.VerificationRules;
import dev.codeport.http.api.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A verification as customers see it.
 *
 * @param phone none once it was erased
 * @param state started, sent, verified or failed
 * @param reason why it failed
 * @param sends how often a code was sent or tried to be
 * @param next from when on what may be done
 * @param test whether it is a test number, to which nothing is sent
 * @param dispatches what senders were asked, when one verification is asked for
 * @param fraud what the rules found, when one verification is asked for
 */
record VerificationView(
    String id,
    @Nullable String phone,
    String channel,
    String locale,
    String state,
    @Nullable String reason,
    int codeLength,
    int sends,
    int attemptsLeft,
    NextView next,
    String startedAt,
    String expiresAt,
    @Nullable String endedAt,
    @Nullable String endUserIp,
    boolean test,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DispatchView> dispatches,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FraudView fraud) {

  static VerificationView of(ShownVerification shown, Instant now) {
    return of(shown, now, null, null);
  }

  static VerificationView of(ShownVerification shown, List<Dispatch> asked, Instant now) {
    return of(
        shown,
        now,
        asked.stream().map(DispatchView::of).toList(),
        FraudView.of(shown.verification().terms().judgement()));
  }

  private static VerificationView of(
      ShownVerification shown,
      Instant now,
      @Nullable List<DispatchView> dispatches,
      @Nullable FraudView fraud) {
    var verification = shown.verification();
    var terms = verification.terms();
    var standing = Standing.of(verification, now);
    return new VerificationView(
        verification.id().hex(),
        terms.phone().equals(PhoneNumber.ERASED) ? null : terms.phone().e164(),
        word(terms.channel()),
        terms.locale().toLanguageTag(),
        standing.state(),
        standing.reason().map(VerificationView::word).orElse(null),
        terms.codeLength(),
        verification.progress().rounds(),
        standing.isOpen() ? verification.guessesLeft() : 0,
        NextView.of(standing.isOpen() ? shown.next() : VerificationRules.Next.NOTHING),
        Shown.time(terms.startedAt()),
        Shown.time(terms.expiresAt()),
        Shown.time(standing.endedAt()),
        terms.address().orElse(null),
        terms.test(),
        dispatches,
        fraud);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  record NextView(@Nullable String resendAt, @Nullable String checkAt) {
    static NextView of(VerificationRules.Next next) {
      return new NextView(Shown.time(next.resendAt()), Shown.time(next.checkAt()));
    }
  }

  /**
   * One request to one sender. Its own name for it, and the message, are not shown.
   *
   * @param detail what it said when it did not take it
   */
  record DispatchView(
      int round,
      String sender,
      String state,
      String askedAt,
      @Nullable String answeredAt,
      String detail,
      @Nullable DeliveryView delivery) {
    static DispatchView of(Dispatch dispatch) {
      return new DispatchView(
          dispatch.round(),
          dispatch.sender().value(),
          word(dispatch.state()),
          Shown.time(dispatch.askedAt()),
          Shown.time(dispatch.answeredAt()),
          Shown.text(dispatch.detail()),
          dispatch.receipt().map(DeliveryView::of).orElse(null));
    }
  }

  record DeliveryView(String status, String at, String detail) {
    static DeliveryView of(Receipt receipt) {
      return new DeliveryView(
          word(receipt.status()), Shown.time(receipt.at()), Shown.text(receipt.detail()));
    }
  }

  /**
   * @param decision allowed or blocked
   */
  record FraudView(String decision, List<FindingView> findings) {
    static FraudView of(Judgement judgement) {
      return new FraudView(
          judgement.blocking().isPresent() ? "blocked" : "allowed",
          judgement.findings().stream().map(FindingView::of).toList());
    }
  }

  record FindingView(String rule, String mode, String value, String threshold) {
    static FindingView of(Finding finding) {
      return new FindingView(
          finding.rule(),
          word(finding.mode()),
          Shown.text(finding.value()),
          Shown.text(finding.threshold()));
    }
  }
}
