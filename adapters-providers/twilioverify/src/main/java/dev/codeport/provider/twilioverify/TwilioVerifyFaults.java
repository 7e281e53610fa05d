package dev.codeport.provider.twilioverify;

import static java.util.Map.entry;

import dev.codeport.domain.verification.CheckResult;
import dev.codeport.domain.verification.SendResult;
import dev.codeport.domain.verification.SendResult.Reason;
import dev.codeport.provider.kit.ByStatus;
import dev.codeport.provider.kit.Heard;
import java.util.Map;
import java.util.Optional;

/** What Twilio's error codes mean (twilio.com/docs/api/errors). */
final class TwilioVerifyFaults {
  private TwilioVerifyFaults() {}

  /** What one has to make of an error. */
  enum Meaning {
    /** The request has a field that is none: which one, only its message tells. */
    PARAMETER,
    NUMBER,
    UNREACHABLE,
    COUNTRY,
    FRAUD,
    OPTED_OUT,
    TOO_MANY_SENDS,
    TOO_MANY_GUESSES,
    CHANNEL,
    ACCOUNT,
    WRONG,
    /** Not there, or not any more. */
    MISSING,
    /** Not carried out, and may be asked again. */
    TURNED_AWAY
  }

  private static final Map<Integer, Meaning> MEANINGS =
      Map.ofEntries(
          // The account.
          entry(20003, Meaning.ACCOUNT), // 401
          entry(20404, Meaning.MISSING), // 404: the verification, or the service itself
          // Too much at once; surely not carried out.
          entry(20429, Meaning.TURNED_AWAY),
          entry(60212, Meaning.TURNED_AWAY), // two requests for one number at the same time
          // The number.
          entry(60200, Meaning.PARAMETER),
          entry(21211, Meaning.NUMBER),
          entry(60205, Meaning.UNREACHABLE), // SMS to a landline
          entry(21612, Meaning.UNREACHABLE), // no route from there to here
          entry(21614, Meaning.UNREACHABLE), // not a mobile number
          entry(21610, Meaning.OPTED_OUT), // answered STOP
          // Where to.
          entry(21408, Meaning.COUNTRY), // geo permissions of messaging
          entry(60605, Meaning.COUNTRY), // geo permissions of Verify, 403
          // Fraud: prefixes that Fraud Guard blocks for a while, and pumping protection.
          entry(60410, Meaning.FRAUD), // 403
          entry(30450, Meaning.FRAUD),
          entry(30453, Meaning.FRAUD),
          // How often.
          entry(60203, Meaning.TOO_MANY_SENDS), // five in ten minutes, 429
          entry(60202, Meaning.TOO_MANY_GUESSES), // five for one verification, 429
          // What the service is set up for.
          entry(60204, Meaning.CHANNEL),
          // Guesses.
          entry(60201, Meaning.WRONG));

  /** What became of a send that was not accepted. */
  static SendResult send(Heard heard) {
    return switch (heard) {
      case Heard.NotHeard away -> new SendResult.Unavailable(away.retryAfter(), away.reason());
      case Heard.NotAnswered lost -> new SendResult.Unknown(lost.reason());
      case Heard.Garbage garbage ->
          ByStatus.send(garbage.status(), garbage.retryAfter(), garbage.toString());
      case Heard.Document document ->
          meaning(document)
              .map(meaning -> sent(meaning, document))
              .orElseGet(
                  () -> ByStatus.send(document.status(), document.retryAfter(), said(document)));
    };
  }

  /** What a guess came to about which it was not said whether it is right. */
  static CheckResult check(Heard heard) {
    return switch (heard) {
      case Heard.NotHeard away -> new CheckResult.Unavailable(away.retryAfter(), away.reason());
      case Heard.NotAnswered lost -> new CheckResult.Unknown(lost.reason());
      case Heard.Garbage garbage ->
          ByStatus.check(garbage.status(), garbage.retryAfter(), garbage.toString());
      case Heard.Document document ->
          meaning(document)
              .map(meaning -> checked(meaning, document))
              .orElseGet(
                  () -> ByStatus.check(document.status(), document.retryAfter(), said(document)));
    };
  }

  private static SendResult sent(Meaning meaning, Heard.Document document) {
    return switch (meaning) {
      case PARAMETER -> refused(parameter(document), document);
      case NUMBER -> refused(Reason.INVALID_NUMBER, document);
      case UNREACHABLE -> refused(Reason.UNREACHABLE, document);
      case COUNTRY -> refused(Reason.COUNTRY_BLOCKED, document);
      case FRAUD -> refused(Reason.FRAUD, document);
      case OPTED_OUT -> refused(Reason.OPTED_OUT, document);
      case TOO_MANY_SENDS, TOO_MANY_GUESSES -> refused(Reason.TOO_MANY, document);
      case CHANNEL -> refused(Reason.UNSUPPORTED, document);
      case ACCOUNT, MISSING -> refused(Reason.ACCOUNT, document); // there is no such service
      case WRONG -> refused(Reason.OTHER, document);
      case TURNED_AWAY -> new SendResult.Unavailable(document.retryAfter(), said(document));
    };
  }

  private static CheckResult checked(Meaning meaning, Heard.Document document) {
    return switch (meaning) {
      case WRONG -> new CheckResult.Wrong();
      case MISSING -> new CheckResult.Gone(false);
      case TOO_MANY_GUESSES -> new CheckResult.Gone(true);
      case TURNED_AWAY, ACCOUNT ->
          new CheckResult.Unavailable(document.retryAfter(), said(document));
      case PARAMETER, NUMBER, UNREACHABLE, COUNTRY, FRAUD, OPTED_OUT, TOO_MANY_SENDS, CHANNEL ->
          new CheckResult.Unknown(said(document));
    };
  }

  /** {@code Invalid parameter `To`: …}: the rest of it is the number. */
  private static Reason parameter(Heard.Document document) {
    var message = TwilioVerifyWire.complaint(document).message();
    if (message.contains("`To`")) {
      return Reason.INVALID_NUMBER;
    }
    return message.contains("`Channel`") || message.contains("`Locale`")
        ? Reason.UNSUPPORTED
        : Reason.OTHER;
  }

  private static SendResult refused(Reason reason, Heard.Document document) {
    return new SendResult.Refused(reason, said(document));
  }

  /** Of a service that broke, the code says nothing about what was done. */
  private static Optional<Meaning> meaning(Heard.Document document) {
    return document.status() >= 500 || document.status() / 100 == 2
        ? Optional.empty()
        : Optional.ofNullable(MEANINGS.get(TwilioVerifyWire.complaint(document).code()));
  }

  /** The code if it is one of theirs, which have five digits; never the message. */
  private static String said(Heard.Document document) {
    int code = TwilioVerifyWire.complaint(document).code();
    return MEANINGS.containsKey(code) ? "Twilio " + code : document.toString();
  }
}
