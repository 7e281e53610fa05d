package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verification as Twilio shows it; nothing is known of what is always null here.
 *
 * @param status pending, approved, canceled, max_attempts_reached, expired or failed
 */
record VerificationView(
    String sid,
    String serviceSid,
    String accountSid,
    String to,
    String channel,
    String status,
    boolean valid,
    Map<String, String> lookup,
    @Nullable String amount,
    @Nullable String payee,
    List<SendView> sendCodeAttempts,
    String dateCreated,
    String dateUpdated,
    @Nullable String sna,
    String url) {
  /**
   * @param services the address under which services are found
   */
  static VerificationView of(
      ShownVerification shown, List<Dispatch> asked, String services, Instant now) {
    var verification = shown.verification();
    var service = Sids.service(verification.account());
    var sid = Sids.verification(verification.id());
    var status = status(verification, now);
    return new VerificationView(
        sid,
        service,
        Sids.account(verification.account()),
        verification.terms().phone().e164(),
        channel(verification),
        status,
        status.equals("approved"),
        Map.of(),
        null,
        null,
        asked.stream()
            .filter(each -> each.state().mayHaveGone())
            .map(each -> SendView.of(verification, each))
            .toList(),
        time(verification.terms().startedAt()),
        time(touched(verification)),
        null,
        services + "/" + service + "/Verifications/" + sid);
  }

  static String status(Verification verification, Instant now) {
    return switch (verification) {
      case Verification.Verified verified -> "approved";
      case Verification.Failed failed ->
          switch (failed.reason()) {
            case EXPIRED -> "expired";
            case TOO_MANY_GUESSES -> "max_attempts_reached";
            case CANCELED -> "canceled";
            case NOT_SENT, BLOCKED -> "failed";
          };
      case Verification.Started started -> open(started, now);
      case Verification.Sent sent -> open(sent, now);
    };
  }

  private static String open(Verification open, Instant now) {
    return open.terms().isOver(now) ? "expired" : "pending";
  }

  static Instant touched(Verification verification) {
    return switch (verification) {
      case Verification.Verified verified -> verified.verifiedAt();
      case Verification.Failed failed -> failed.failedAt();
      case Verification.Started started -> started.progress().askedAt();
      case Verification.Sent sent -> sent.progress().askedAt();
    };
  }

  static String channel(Verification verification) {
    return verification.terms().channel().name().toLowerCase(Locale.ROOT);
  }

  /** Whole seconds, as Twilio writes times. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  record SendView(String time, String channel, String attemptSid) {
    static SendView of(Verification verification, Dispatch dispatch) {
      return new SendView(
          VerificationView.time(dispatch.askedAt()),
          verification.terms().channel().name(),
          Sids.attempt(dispatch));
    }
  }
}
