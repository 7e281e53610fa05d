package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verification;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code VerificationCheck}: whether this is the code. */
final class CheckEndpoint {
  private final CheckVerification checking;
  private final ReadVerifications reading;
  private final Services services;
  private final InstantSource clock;

  CheckEndpoint(
      CheckVerification checking,
      ReadVerifications reading,
      Services services,
      InstantSource clock) {
    this.checking = checking;
    this.reading = reading;
    this.services = services;
    this.clock = clock;
  }

  Reply check(Customer customer, Request request) {
    return services.ofService(
        customer,
        request,
        () -> {
          var form = request.form();
          return Written.code(form.text("Code").orElse(""))
              .map(guess -> check(customer.account(), form, guess))
              .orElseGet(() -> Fault.invalid("Code"));
        });
  }

  private Reply check(AccountId account, Query form, OneTimeCode guess) {
    var sid = form.text("VerificationSid");
    if (sid.isPresent()) {
      return Sids.verification(sid.get())
          .map(id -> answer(account, checking.checkVerification(account, id, guess)))
          .orElseGet(() -> notFound(account));
    }
    var to =
        form.text("To").orElseThrow(() -> new BadInput("To", "or VerificationSid is required"));
    return reading
        .phone(to)
        .map(phone -> check(account, phone, guess))
        .orElseGet(() -> Fault.invalid("To"));
  }

  private Reply check(AccountId account, PhoneNumber phone, OneTimeCode guess) {
    var result = checking.checkVerification(account, phone, guess);
    return result instanceof CheckVerification.NotFound && isUsedUp(account, phone)
        ? Fault.MAX_CHECKS.reply()
        : answer(account, result);
  }

  /** Whether the phone's last one took its last guess, and would not have expired since. */
  private boolean isUsedUp(AccountId account, PhoneNumber phone) {
    var newest = new Verifications.Filter(Optional.of(phone), Set.of(), Optional.empty());
    return reading.verifications(account, newest, 1).stream()
        .map(ShownVerification::verification)
        .anyMatch(last -> isUsedUp(last) && !last.terms().isOver(clock.instant()));
  }

  private static boolean isUsedUp(Verification verification) {
    return verification instanceof Verification.Failed failed
        && failed.reason() == Verification.Reason.TOO_MANY_GUESSES;
  }

  /**
   * Where a sender could not be asked no 5xx is answered: the SDK for Java would post again by
   * itself, and every guess counts.
   */
  private Reply answer(AccountId account, CheckVerification.Result result) {
    return switch (result) {
      case CheckVerification.Right right -> shown(right.verification());
      case CheckVerification.Wrong wrong -> shown(wrong.verification());
      case CheckVerification.NotSent not -> shown(not.verification());
      case CheckVerification.Ended ended ->
          isUsedUp(ended.verification().verification())
              ? Fault.MAX_CHECKS.reply()
              : notFound(account);
      case CheckVerification.NotFound none -> notFound(account);
      case CheckVerification.PhoneLocked locked ->
          Fault.MAX_CHECKS.reply(Duration.between(clock.instant(), locked.until()));
      case CheckVerification.Unavailable away ->
          Fault.CONFLICT.reply(
              "The code could not be checked, and an attempt was spent; try again soon");
    };
  }

  private Reply shown(ShownVerification shown) {
    return Reply.json(200, CheckView.of(shown, clock.instant()));
  }

  private static Reply notFound(AccountId account) {
    return Fault.nothingAt(Services.path(account) + "/VerificationCheck");
  }

  record CheckView(
      String sid,
      String serviceSid,
      String accountSid,
      String to,
      String channel,
      String status,
      boolean valid,
      @Nullable String amount,
      @Nullable String payee,
      List<String> snaAttemptsErrorCodes,
      String dateCreated,
      String dateUpdated) {
    static CheckView of(ShownVerification shown, Instant now) {
      var verification = shown.verification();
      var status = VerificationView.status(verification, now);
      return new CheckView(
          Sids.verification(verification.id()),
          Sids.service(verification.account()),
          Sids.account(verification.account()),
          verification.terms().phone().e164(),
          VerificationView.channel(verification),
          status,
          status.equals("approved"),
          null,
          null,
          List.of(),
          VerificationView.time(verification.terms().startedAt()),
          VerificationView.time(VerificationView.touched(verification)));
    }
  }
}
