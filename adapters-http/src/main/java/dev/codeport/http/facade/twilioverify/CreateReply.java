package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.Finding;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.phone.NumberKind;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;

/** What came of sending a code, in Twilio's words. */
final class CreateReply {
  private final InstantSource clock;

  CreateReply(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The SDK for Java posts again by itself after a 5xx: a repetition is answered like the first.
   */
  Reply of(StartVerification.Result result, Function<ShownVerification, Reply> sent) {
    return switch (result) {
      case StartVerification.Accepted accepted -> sent.apply(accepted.verification());
      case StartVerification.Replayed again -> sent.apply(again.verification());
      case StartVerification.NotANumber none -> Fault.invalid("To");
      case StartVerification.Blocked blocked -> blocked(blocked.finding());
      case StartVerification.PhoneLimited limited -> Fault.MAX_SENDS.reply(limited.retryAfter());
      case StartVerification.AddressLimited limited ->
          Fault.NAMED_LIMIT.reply(limited.retryAfter());
      case StartVerification.PhoneLocked locked ->
          Fault.MAX_CHECKS.reply(Duration.between(clock.instant(), locked.until()));
      case StartVerification.NoSender none -> Fault.NOT_SUPPORTED.reply();
      case StartVerification.NotSent not -> notSent(not.last());
      case StartVerification.KeyReused reused -> Fault.invalid("Idempotency-Key");
    };
  }

  private static Reply blocked(Finding finding) {
    return switch (finding.rule()) {
      case RegionRule.NAME -> Fault.COUNTRY.reply();
      case NumberKindRule.NAME ->
          finding.value().equals(NumberKind.FIXED_LINE.name().toLowerCase(Locale.ROOT))
              ? Fault.LANDLINE.reply()
              : Fault.FRAUD.reply();
      default -> Fault.FRAUD.reply();
    };
  }

  private static Reply notSent(SendResult last) {
    return switch (last) {
      case SendResult.Refused refused -> refused(refused.reason());
      case SendResult.Unavailable away -> Fault.UNAVAILABLE.reply();
      case SendResult.Accepted accepted -> throw new IllegalStateException("it was sent");
      case SendResult.Unknown unknown -> throw new IllegalStateException("it may have been sent");
    };
  }

  private static Reply refused(SendResult.Reason reason) {
    return switch (reason) {
      case INVALID_NUMBER -> Fault.invalid("To");
      case UNREACHABLE -> Fault.LANDLINE.reply();
      case COUNTRY_BLOCKED -> Fault.COUNTRY.reply();
      case FRAUD -> Fault.FRAUD.reply();
      case OPTED_OUT -> Fault.OPTED_OUT.reply();
      case TOO_MANY -> Fault.MAX_SENDS.reply();
      case UNSUPPORTED -> Fault.NOT_SUPPORTED.reply();
      case BALANCE, ACCOUNT, OTHER -> Fault.UNAVAILABLE.reply();
    };
  }
}
