package dev.codeport.provider.twilio;

import static java.util.Map.entry;

import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.kit.ByStatus;
import dev.codeport.provider.kit.Heard;
import java.util.Map;
import java.util.Optional;

/** What Twilio's error codes mean (twilio.com/docs/api/errors). */
final class TwilioFaults {
  private TwilioFaults() {}

  /** Surely not carried out, and may be asked again. */
  private static final int TOO_MANY_REQUESTS = 20429;

  private static final Map<Integer, Reason> REASONS =
      Map.ofEntries(
          // The account.
          entry(20003, Reason.ACCOUNT), // 401
          entry(20404, Reason.ACCOUNT), // 404: there is no such account
          // The number.
          entry(21211, Reason.INVALID_NUMBER),
          entry(21612, Reason.UNREACHABLE), // no route from this sender to there
          entry(21614, Reason.UNREACHABLE), // not a mobile number
          entry(21610, Reason.OPTED_OUT), // answered STOP
          entry(21408, Reason.COUNTRY_BLOCKED), // geo permissions
          // Pumping protection, which blocks prefixes for a while.
          entry(30450, Reason.FRAUD),
          entry(30453, Reason.FRAUD));

  /** What became of a send that was not accepted. */
  static SendResult send(Heard heard) {
    return switch (heard) {
      case Heard.NotHeard away -> new SendResult.Unavailable(away.retryAfter(), away.reason());
      case Heard.NotAnswered lost -> new SendResult.Unknown(lost.reason());
      case Heard.Garbage garbage ->
          ByStatus.send(garbage.status(), garbage.retryAfter(), garbage.toString());
      case Heard.Document document -> send(document);
    };
  }

  private static SendResult send(Heard.Document document) {
    boolean dead = document.status() / 100 == 2 && TwilioWire.isDead(document);
    if (!dead && (document.status() >= 500 || document.status() / 100 == 2)) {
      return ByStatus.send(document.status(), document.retryAfter(), document.toString());
    }
    int code = TwilioWire.code(document);
    if (code == TOO_MANY_REQUESTS) {
      return new SendResult.Unavailable(document.retryAfter(), "Twilio " + code);
    }
    return Optional.ofNullable(REASONS.get(code))
        .<SendResult>map(reason -> new SendResult.Refused(reason, "Twilio " + code))
        .orElseGet(() -> unnamed(dead, document));
  }

  private static SendResult unnamed(boolean dead, Heard.Document document) {
    return dead
        ? new SendResult.Refused(Reason.OTHER, "failed at once")
        : ByStatus.send(document.status(), document.retryAfter(), document.toString());
  }
}
