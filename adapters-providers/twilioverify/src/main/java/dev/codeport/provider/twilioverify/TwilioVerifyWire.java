package dev.codeport.provider.twilioverify;

import dev.codeport.domain.verification.Handle;
import dev.codeport.provider.kit.Heard;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Twilio answers, read leniently. */
final class TwilioVerifyWire {
  private static final Pattern SID = Pattern.compile("VE[0-9a-fA-F]{32}");

  private TwilioVerifyWire() {}

  /**
   * @param status empty if it has none
   */
  record Verification(Handle handle, String status, Optional<Instant> createdAt) {}

  /**
   * @param code 0 if it has none
   */
  record Complaint(int code, String message) {}

  /** Empty for what is none. */
  static Optional<Verification> verification(Heard heard) {
    if (!(heard instanceof Heard.Document document) || document.status() / 100 != 2) {
      return Optional.empty();
    }
    var json = document.json();
    return Optional.of(json.path("sid").asText(""))
        .filter(sid -> SID.matcher(sid).matches())
        .map(
            sid ->
                new Verification(
                    new Handle(sid),
                    json.path("status").asText(""),
                    time(json.path("date_created").asText(""))));
  }

  static Complaint complaint(Heard.Document document) {
    return new Complaint(
        document.json().path("code").asInt(0), document.json().path("message").asText(""));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
