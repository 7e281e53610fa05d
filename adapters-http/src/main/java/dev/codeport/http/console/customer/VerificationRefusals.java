package dev.codeport.http.console.customer;

import dev.codeport.application.verification.ResendVerification;
import dev.codeport.application.verification.StartVerification;
import dev.codeport.domain.fraud.NumberKindRule;
import dev.codeport.domain.fraud.RegionRule;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Reply;
import java.util.Optional;

/** What keeps a code from being sent; empty where one is on its way. */
final class VerificationRefusals {
  private VerificationRefusals() {}

  static Optional<Refused> of(StartVerification.Result result) {
    return switch (result) {
      case StartVerification.Accepted accepted -> Optional.empty();
      case StartVerification.Replayed again -> Optional.empty();
      case StartVerification.NotANumber none -> refused(Problem.NOT_A_PHONE_NUMBER);
      case StartVerification.Blocked blocked ->
          refused(problem(blocked.finding().rule()), blocked.finding().rule());
      case StartVerification.PhoneLimited limited ->
          refused(Problem.PHONE_LIMITED, Reply.seconds(limited.retryAfter()));
      case StartVerification.AddressLimited limited ->
          refused(Problem.ADDRESS_LIMITED, Reply.seconds(limited.retryAfter()));
      case StartVerification.PhoneLocked locked -> refused(Problem.PHONE_LOCKED);
      case StartVerification.NoSender none -> refused(Problem.NO_SENDER);
      case StartVerification.NotSent not -> refused(problem(not.last()));
      case StartVerification.KeyReused reused -> refused(Problem.IDEMPOTENCY_KEY_REUSED);
    };
  }

  static Optional<Refused> of(ResendVerification.Result result) {
    return switch (result) {
      case ResendVerification.Done done -> of(done.result());
      case ResendVerification.NotFound none -> refused(Problem.NOT_FOUND);
      case ResendVerification.Ended ended -> refused(Problem.VERIFICATION_ENDED);
    };
  }

  private static Problem problem(String rule) {
    return switch (rule) {
      case NumberKindRule.NAME -> Problem.NUMBER_KIND_NOT_ALLOWED;
      case RegionRule.NAME -> Problem.REGION_NOT_ALLOWED;
      default -> Problem.BLOCKED;
    };
  }

  private static Problem problem(SendResult last) {
    return switch (last) {
      case SendResult.Refused refused -> Problem.SEND_REFUSED;
      case SendResult.Unavailable away -> Problem.SENDERS_UNAVAILABLE;
      case SendResult.Unknown unknown -> Problem.SEND_UNCERTAIN;
      case SendResult.Accepted accepted -> throw new IllegalStateException("it was sent");
    };
  }

  private static Optional<Refused> refused(Problem problem, Object... with) {
    return Optional.of(new Refused(problem, with));
  }
}
