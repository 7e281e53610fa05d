package dev.codeport.http.facade.startmessaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /otp/…}. A code that the customer made comes as {@code otp}, or among the {@code
 * variables} of a template; without one it is made here.
 */
final class OtpEndpoints {
  private static final int LONGEST = 128;

  private final StartVerification starting;
  private final CheckVerification checking;
  private final ResendVerification resending;
  private final InstantSource clock;
  private final Refusals refusals;

  OtpEndpoints(
      StartVerification starting,
      CheckVerification checking,
      ResendVerification resending,
      InstantSource clock) {
    this.starting = starting;
    this.checking = checking;
    this.resending = resending;
    this.clock = clock;
    this.refusals = new Refusals(clock);
  }

  Reply send(Customer customer, Request request) {
    var fields = Fields.open(request.body());
    var phone = fields.text("phoneNumber", LONGEST);
    var code = chosen(fields);
    var key = Keys.of(request, fields, "idempotencyKey");
    var command =
        new StartVerification.Command(
            customer.account(),
            key.meaning("otp-send", phone, code.map(OneTimeCode::digits).orElse("")),
            phone,
            Channel.SMS,
            Locale.ENGLISH,
            Optional.empty(),
            Optional.empty(),
            code,
            Optional.empty(),
            Optional.empty());
    return refusals.of(starting.startVerification(command), shown -> sent(shown, request));
  }

  private static Optional<OneTimeCode> chosen(Fields fields) {
    var given =
        fields.has("variables")
            ? fields.object("variables").optionalText("otp", LONGEST)
            : fields.optionalText("otp", LONGEST);
    return given.map(text -> code("otp", text));
  }

  private static OneTimeCode code(String field, String text) {
    return Written.code(text).orElseThrow(() -> new BadInput(field, "must be 4 to 10 digits"));
  }

  private Reply sent(ShownVerification shown, Request request) {
    return Reply.json(
        201,
        new SentView(
            true, 201, "req_" + request.id(), Shown.time(clock.instant()), SentData.of(shown)));
  }

  /** Whatever is not right, and also what never was, is not verified. */
  Reply verify(Customer customer, Request request) {
    var fields = Fields.open(request.body());
    var guess =
        fields.has("otpCode")
            ? code("otpCode", fields.text("otpCode", LONGEST))
            : code("otp", fields.text("otp", LONGEST));
    return id(fields)
        .map(id -> verify(customer.account(), id, guess))
        .orElseGet(() -> verified(false, 0));
  }

  private Reply verify(AccountId account, VerificationId id, OneTimeCode guess) {
    return switch (checking.checkVerification(account, id, guess)) {
      case CheckVerification.Right right -> verified(true, 0);
      case CheckVerification.Wrong wrong -> verified(false, left(wrong.verification()));
      case CheckVerification.NotSent not -> verified(false, left(not.verification()));
      case CheckVerification.Ended ended -> verified(false, 0);
      case CheckVerification.NotFound none -> verified(false, 0);
      case CheckVerification.PhoneLocked locked -> refusals.locked(locked.until());
      case CheckVerification.Unavailable away -> Refusals.unavailable(away.retryAfter());
    };
  }

  private static int left(ShownVerification shown) {
    return shown.verification().guessesLeft();
  }

  private static Reply verified(boolean verified, int left) {
    return Reply.json(200, new VerifiedView(true, new VerifiedData(verified, left)));
  }

  Reply resend(Customer customer, Request request) {
    var fields = Fields.open(request.body());
    var key = Keys.of(request, fields, "idempotencyKey");
    return id(fields)
        .map(
            id ->
                switch (resending.resendVerification(
                    customer.account(), id, key.meaning("otp-resend", id.hex()))) {
                  case ResendVerification.Done done ->
                      refusals.of(done.result(), shown -> sent(shown, request));
                  case ResendVerification.NotFound none -> Refusals.unknown();
                  case ResendVerification.Ended ended -> refusals.ended(ended.verification());
                })
        .orElseGet(Refusals::unknown);
  }

  /** The older name means the same: what its answers call requestId at the top is another thing. */
  private static Optional<VerificationId> id(Fields fields) {
    return VerificationId.parse(
        fields.has("otpRequestId")
            ? fields.text("otpRequestId", LONGEST)
            : fields.text("requestId", LONGEST));
  }

  record SentView(
      boolean success,
      @JsonProperty("statusCode") int statusCode,
      @JsonProperty("requestId") String requestId,
      String timestamp,
      SentData data) {}

  record SentData(
      @JsonProperty("requestId") String requestId,
      @JsonProperty("otpRequestId") String otpRequestId,
      @JsonProperty("messageId") String messageId,
      String status,
      @JsonProperty("expiresAt") String expiresAt,
      @JsonProperty("attemptsLeft") int attemptsLeft) {
    static SentData of(ShownVerification shown) {
      var verification = shown.verification();
      var id = verification.id().hex();
      return new SentData(
          id,
          id,
          id + "-" + verification.progress().rounds(),
          "queued",
          Shown.time(verification.terms().expiresAt()),
          verification.guessesLeft());
    }
  }

  record VerifiedView(boolean success, VerifiedData data) {}

  record VerifiedData(boolean verified, @JsonProperty("attemptsLeft") int attemptsLeft) {}
}
