package dev.codeport.http.facade.startmessaging;

import dev.codeport.application.verification.CheckVerification;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.id.AccountId;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.verification.OneTimeCode;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Shown;
import dev.codeport.http.api.verification.Written;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** {@code /v1/auth/…}. Names of senders and metadata are left alone; codes are made here. */
final class AuthEndpoints {
  private static final int LONGEST = 128;
  private static final String PREFIX = "auth_";
  private static final int USUAL_LIFE = 300;

  private final StartVerification starting;
  private final CheckVerification checking;
  private final Refusals refusals;

  AuthEndpoints(StartVerification starting, CheckVerification checking, InstantSource clock) {
    this.starting = starting;
    this.checking = checking;
    this.refusals = new Refusals(clock);
  }

  Reply send(Customer customer, Request request) {
    var fields = Fields.open(request.body());
    var phone = fields.text("phone", LONGEST);
    var channel = channel(fields.optionalText("channel", LONGEST).orElse("sms"));
    var locale = locale(fields.optionalText("locale", LONGEST).orElse("en"));
    var length = fields.optionalInt32("otp_length").map(AuthEndpoints::length);
    var life = life(fields.optionalInt32("expiry_seconds").orElse(USUAL_LIFE));
    var key = Keys.of(request, fields, "idempotency_key");
    var command =
        new StartVerification.Command(
            customer.account(),
            key.meaning(
                "auth-send", phone, channel + "", locale.toLanguageTag(), length + "", life + ""),
            phone,
            channel,
            locale,
            length,
            Optional.of(life),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return refusals.of(
        starting.startVerification(command), shown -> Reply.json(200, SentView.of(shown)));
  }

  /** Who leaves the channel to us gets an SMS. */
  private static Channel channel(String word) {
    return switch (word) {
      case "sms", "auto" -> Channel.SMS;
      case "whatsapp" -> Channel.WHATSAPP;
      default -> throw new BadInput("channel", "must be sms, whatsapp or auto");
    };
  }

  private static Locale locale(String tag) {
    return Written.locale(tag)
        .orElseThrow(() -> new BadInput("locale", "must be a language tag such as en or hi"));
  }

  private static int length(int digits) {
    if (digits < OneTimeCode.SHORTEST || digits > OneTimeCode.LONGEST) {
      throw new BadInput("otp_length", "must be 4, 6 or 8");
    }
    return digits;
  }

  private static Duration life(int seconds) {
    if (seconds < 60 || seconds > 600) {
      throw new BadInput("expiry_seconds", "must be 60 to 600");
    }
    return Duration.ofSeconds(seconds);
  }

  Reply verify(Customer customer, Request request) {
    var fields = Fields.open(request.body());
    var id = fields.text("request_id", LONGEST);
    var guess =
        Written.code(fields.text("otp", LONGEST))
            .orElseThrow(() -> new BadInput("otp", "must be 4 to 10 digits"));
    return VerificationId.parse(id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id)
        .map(known -> verify(customer.account(), known, guess))
        .orElseGet(Refusals::unknown);
  }

  private Reply verify(AccountId account, VerificationId id, OneTimeCode guess) {
    return switch (checking.checkVerification(account, id, guess)) {
      case CheckVerification.Right right -> Reply.json(200, VerifiedView.of(right.verification()));
      case CheckVerification.Wrong wrong -> wrong(wrong.verification());
      case CheckVerification.NotSent not -> wrong(not.verification());
      case CheckVerification.Ended ended -> refusals.ended(ended.verification());
      case CheckVerification.NotFound none -> Refusals.unknown();
      case CheckVerification.PhoneLocked locked -> refusals.locked(locked.until());
      case CheckVerification.Unavailable away -> Refusals.unavailable(away.retryAfter());
    };
  }

  private static Reply wrong(ShownVerification shown) {
    return Reply.json(
        200,
        new WrongView(
            true, false, shown.verification().guessesLeft(), "The code is not the right one."));
  }

  private static String channel(Verification verification) {
    return verification.terms().channel().name().toLowerCase(Locale.ROOT);
  }

  record SentView(
      boolean success,
      String requestId,
      String channel,
      String phone,
      String expiresAt,
      String message) {
    static SentView of(ShownVerification shown) {
      var verification = shown.verification();
      return new SentView(
          true,
          PREFIX + verification.id(),
          AuthEndpoints.channel(verification),
          verification.terms().phone().e164(),
          Shown.time(verification.terms().expiresAt()),
          "The code is on its way.");
    }
  }

  record VerifiedView(
      boolean success, boolean verified, String phone, String channel, String verifiedAt) {
    static VerifiedView of(ShownVerification shown) {
      var verification = shown.verification();
      var at =
          verification instanceof Verification.Verified verified
              ? verified.verifiedAt()
              : verification.progress().askedAt();
      return new VerifiedView(
          true,
          true,
          verification.terms().phone().e164(),
          AuthEndpoints.channel(verification),
          Shown.time(at));
    }
  }

  record WrongView(boolean success, boolean verified, int attemptsRemaining, String message) {}
}
