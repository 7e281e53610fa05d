package dev.codeport.http.facade.twilioverify;

import dev.codeport.domain.verification.Dispatch;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Verification;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as Twilio shows it. Prices are not known here, and under no address is one found.
 *
 * @param conversionStatus of a verification that was approved the last attempt is converted
 */
record AttemptView(
    String sid,
    String accountSid,
    String serviceSid,
    String verificationSid,
    String dateCreated,
    String dateUpdated,
    String conversionStatus,
    String channel,
    Map<String, String> price,
    Map<String, String> channelData,
    @Nullable String url) {
  static AttemptView of(Verification verification, Dispatch dispatch, boolean converted) {
    return new AttemptView(
        Sids.attempt(dispatch),
        Sids.account(verification.account()),
        Sids.service(verification.account()),
        Sids.verification(verification.id()),
        VerificationView.time(dispatch.askedAt()),
        VerificationView.time(touched(dispatch)),
        converted ? "converted" : "unconverted",
        VerificationView.channel(verification),
        Map.of(),
        Map.of(
            "to", verification.terms().phone().e164(),
            "message_status", status(dispatch.receipt())),
        null);
  }

  private static Instant touched(Dispatch dispatch) {
    return dispatch.receipt().map(Receipt::at).or(dispatch::answeredAt).orElse(dispatch.askedAt());
  }

  /** That it was taken is not yet that it was sent. */
  private static String status(Optional<Receipt> receipt) {
    return receipt
        .map(Receipt::status)
        .orElse(Receipt.Status.QUEUED)
        .name()
        .toLowerCase(Locale.ROOT);
  }
}
