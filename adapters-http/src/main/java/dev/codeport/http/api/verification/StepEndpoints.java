package dev.codeport.http.api.verification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.codeport.application.verification.CancelVerification;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Problem;
import dev.codeport.http.api.RequestKey;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A verification's next steps: check a code, send it again, give up. */
final class StepEndpoints {
  private static final int LONGEST_CODE = 64;

  private final CheckVerification checking;
  private final ResendVerification resending;
  private final CancelVerification canceling;
  private final InstantSource clock;
  private final StartReply reply;

  StepEndpoints(
      CheckVerification checking,
      ResendVerification resending,
      CancelVerification canceling,
      InstantSource clock) {
    this.checking = checking;
    this.resending = resending;
    this.canceling = canceling;
    this.clock = clock;
    this.reply = new StartReply(clock);
  }

  /** Not to be repeated under a key: every guess counts. */
  Reply check(Customer customer, Request request) {
    var text = Fields.closed(request.body(), Set.of("code")).text("code", LONGEST_CODE);
    return Written.code(text)
        .map(
            guess ->
                VerificationPaths.ofVerification(
                    request,
                    id -> checked(checking.checkVerification(customer.account(), id, guess))))
        .orElseGet(() -> Problem.MALFORMED_CODE.about("code", "must be 4 to 10 digits"));
  }

  private Reply checked(CheckVerification.Result result) {
    return switch (result) {
      case CheckVerification.Right right -> checked(right.verification(), null);
      case CheckVerification.Wrong wrong -> checked(wrong.verification(), "wrong_code");
      case CheckVerification.Ended ended -> checked(ended.verification(), why(ended));
      case CheckVerification.NotSent not -> checked(not.verification(), "not_sent");
      case CheckVerification.NotFound none -> VerificationPaths.notFound();
      case CheckVerification.PhoneLocked locked -> reply.phoneLocked(locked.until());
      case CheckVerification.Unavailable away -> StartReply.checkUnavailable(away.retryAfter());
    };
  }

  private Reply checked(ShownVerification shown, @Nullable String why) {
    var view = VerificationView.of(shown, clock.instant());
    return Reply.json(200, new CheckedView(why == null, why, view));
  }

  private String why(CheckVerification.Ended ended) {
    var verification = ended.verification().verification();
    return verification instanceof Verification.Verified
        ? "already_verified"
        : standing(ended.verification())
            .reason()
            .map(VerificationView::word)
            .orElse("too_many_guesses");
  }

  Reply resend(Customer customer, Request request) {
    var key = RequestKey.of(request);
    VerificationPaths.refuseFields(request);
    return VerificationPaths.ofVerification(
        request,
        id ->
            switch (resending.resendVerification(
                customer.account(), id, key.meaning("resend", id.hex()))) {
              case ResendVerification.Done done -> reply.of(done.result(), this::shown);
              case ResendVerification.NotFound none -> VerificationPaths.notFound();
              case ResendVerification.Ended ended -> ended(ended.verification());
            });
  }

  /** A repetition finds it canceled, and is answered as the first one was. */
  Reply cancel(Customer customer, Request request) {
    RequestKey.of(request);
    VerificationPaths.refuseFields(request);
    return VerificationPaths.ofVerification(
        request,
        id ->
            switch (canceling.cancelVerification(customer.account(), id)) {
              case CancelVerification.Canceled canceled -> shown(canceled.verification());
              case CancelVerification.Ended ended ->
                  isCanceled(ended.verification())
                      ? shown(ended.verification())
                      : ended(ended.verification());
              case CancelVerification.NotFound none -> VerificationPaths.notFound();
            });
  }

  private static boolean isCanceled(ShownVerification shown) {
    return shown.verification() instanceof Verification.Failed failed
        && failed.reason() == Verification.Reason.CANCELED;
  }

  private Reply shown(ShownVerification shown) {
    return Reply.json(200, VerificationView.of(shown, clock.instant()));
  }

  private Reply ended(ShownVerification shown) {
    var standing = standing(shown);
    Map<String, Object> more = new HashMap<>(Map.of("state", standing.state()));
    standing.reason().ifPresent(reason -> more.put("reason", VerificationView.word(reason)));
    return Problem.VERIFICATION_ENDED.reply(
        "The verification has ended, or has no guess left; start another one.", more);
  }

  private Standing standing(ShownVerification shown) {
    return Standing.of(shown.verification(), clock.instant());
  }

  /**
   * @param verified whether this very code was the right one
   * @param why it was not
   */
  record CheckedView(
      boolean verified, @Nullable String why, @JsonUnwrapped VerificationView verification) {}
}
