package dev.codeport.http.facade.startmessaging;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.Verification;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What came of sending and checking, in this surface's words. */
final class Refusals {
  private final InstantSource clock;

  Refusals(InstantSource clock) {
    this.clock = clock;
  }

  Reply of(StartVerification.Result result, Function<ShownVerification, Reply> sent) {
    return switch (result) {
      case StartVerification.Accepted accepted -> sent.apply(accepted.verification());
      case StartVerification.Replayed again -> sent.apply(again.verification());
      case StartVerification.NotANumber none -> invalidPhone();
      case StartVerification.Blocked blocked -> blocked(blocked.finding());
      case StartVerification.PhoneLimited limited ->
          Failure.RATE_LIMITED.reply("Too many codes to this number.", limited.retryAfter());
      case StartVerification.AddressLimited limited ->
          Failure.RATE_LIMITED.reply("Too many codes from this address.", limited.retryAfter());
      case StartVerification.PhoneLocked locked -> locked(locked.until());
      case StartVerification.NoSender none -> noChannel();
      case StartVerification.NotSent not -> notSent(not.last());
      case StartVerification.KeyReused reused ->
          Failure.IDEMPOTENCY_KEY_REUSED.reply("The key was used for a different request.");
    };
  }

  private static Reply invalidPhone() {
    return Failure.INVALID_PHONE.reply("The number must be valid and in international form.");
  }

  Reply locked(Instant until) {
    return Failure.RATE_LIMITED.reply(
        "Too many wrong codes for this number.", Duration.between(clock.instant(), until));
  }

  static Reply unknown() {
    return Failure.INVALID_REQUEST_ID.reply("There is no such request.");
  }

  static Reply unavailable(Optional<Duration> retryAfter) {
    return Failure.SERVICE_UNAVAILABLE.reply(
        "It cannot be done now; try again soon.", retryAfter.orElse(Duration.ofSeconds(1)));
  }

  /** Why no code is right any more. */
  Reply ended(ShownVerification shown) {
    return switch (shown.verification()) {
      case Verification.Verified verified ->
          Failure.ALREADY_VERIFIED.reply("The code was used already.");
      case Verification.Failed failed -> failed(failed.reason());
      case Verification.Started started -> open(started);
      case Verification.Sent sent -> open(sent);
    };
  }

  private Reply open(Verification open) {
    return failed(
        open.terms().isOver(clock.instant())
            ? Verification.Reason.EXPIRED
            : Verification.Reason.TOO_MANY_GUESSES);
  }

  private static Reply failed(Verification.Reason reason) {
    return switch (reason) {
      case EXPIRED -> Failure.OTP_EXPIRED.reply("The code has expired.");
      case TOO_MANY_GUESSES -> Failure.MAX_ATTEMPTS_EXCEEDED.reply("No attempt is left.");
      case CANCELED, NOT_SENT, BLOCKED -> unknown();
    };
  }

  private static Reply blocked(Finding finding) {
    return switch (finding.rule()) {
      case RegionRule.NAME ->
          Failure.UNSUPPORTED_COUNTRY.reply("No code is sent to numbers of this country.");
      case NumberKindRule.NAME ->
          Failure.INVALID_PHONE.reply("No code is sent to numbers of this kind.");
      default -> Failure.BLOCKED.reply("No code is sent to this number.");
    };
  }

  private static Reply notSent(SendResult last) {
    return switch (last) {
      case SendResult.Refused refused -> refused(refused.reason());
      case SendResult.Unavailable away -> unavailable(away.retryAfter());
      case SendResult.Accepted accepted -> throw new IllegalStateException("it was sent");
      case SendResult.Unknown unknown -> throw new IllegalStateException("it may have been sent");
    };
  }

  private static Reply refused(SendResult.Reason reason) {
    return switch (reason) {
      case INVALID_NUMBER -> invalidPhone();
      case COUNTRY_BLOCKED ->
          Failure.UNSUPPORTED_COUNTRY.reply("No code can be sent to this country.");
      case UNREACHABLE, UNSUPPORTED -> noChannel();
      case FRAUD, OPTED_OUT -> Failure.BLOCKED.reply("No code can be sent to this number.");
      case TOO_MANY, BALANCE, ACCOUNT, OTHER ->
          Failure.PROVIDER_ERROR.reply("The sender refused, and nothing was sent.");
    };
  }

  private static Reply noChannel() {
    return Failure.CHANNEL_UNAVAILABLE.reply("The number cannot be reached by this channel.");
  }
}
