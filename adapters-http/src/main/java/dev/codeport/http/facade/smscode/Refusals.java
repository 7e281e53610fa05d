package dev.codeport.http.facade.smscode;

import dev.codeport.http.server.Reply;
import java.time.Duration;

/** Refusals that several operations share. */
final class Refusals {
  private Refusals() {}

  static Reply tooPoor() {
    return Envelope.error(ErrorCode.INSUFFICIENT_BALANCE, "The balance is too low.");
  }

  static Reply keyReused() {
    return Envelope.error(
        ErrorCode.IDEMPOTENCY_KEY_REUSED, "This key was used for a different request.");
  }

  static Reply inProgress(Duration retryAfter) {
    return Envelope.error(
            ErrorCode.REQUEST_IN_PROGRESS, "The same request is still being worked on.")
        .retryAfter(retryAfter);
  }

  /** A vendor's cost cannot be told in rupiah. */
  static Reply noRate(Version version) {
    return switch (version) {
      case V1 ->
          Envelope.error(ErrorCode.SERVICE_UNAVAILABLE, "Prices cannot be told; try again later.");
      case V2 -> Tariffs.noRate();
    };
  }

  static Reply conflict(String reason) {
    return Envelope.error(ErrorCode.CONFLICT, "Not possible now: " + reason + ".");
  }

  /** A vendor's own words stay inside. */
  static Reply providerFailed() {
    return Envelope.error(ErrorCode.PROVIDER_ERROR, "The provider refused or did not answer.");
  }
}
