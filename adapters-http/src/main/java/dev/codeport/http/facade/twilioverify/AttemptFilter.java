package dev.codeport.http.facade.twilioverify;

import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.Channel;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Verifications.Status;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which attempts are wanted. Filters that there are none for here are refused: left alone they
 * would show too much.
 *
 * @param channel in Twilio's word
 * @param after only those of verifications older than this one
 */
record AttemptFilter(
    Optional<String> service,
    Optional<VerificationId> verification,
    Optional<PhoneNumber> to,
    Optional<String> channel,
    Optional<Boolean> converted,
    Optional<Instant> since,
    Optional<VerificationId> after,
    long page,
    int pageSize) {
  static final Set<String> PARAMETERS =
      Set.of(
          "VerifyServiceSid",
          "VerificationSid",
          "ChannelData.To",
          "Channel",
          "Status",
          "DateCreatedAfter",
          "PageSize",
          "Page",
          "PageToken");

  private static final long USUAL_PAGE = 50;
  private static final long LARGEST_PAGE = 100;

  static AttemptFilter read(Query given, ReadVerifications reading) {
    var query = given.only(PARAMETERS);
    return new AttemptFilter(
        query.text("VerifyServiceSid"),
        query.text("VerificationSid").map(sid -> sid("VerificationSid", sid)),
        query.text("ChannelData.To").map(to -> phone(to, reading)),
        query.text("Channel"),
        query.text("Status").map(AttemptFilter::converted),
        query.text("DateCreatedAfter").map(AttemptFilter::time),
        query.text("PageToken").map(sid -> sid("PageToken", sid)),
        Math.max(0, query.int64("Page").orElse(0L)),
        (int) Math.clamp(query.int64("PageSize").orElse(USUAL_PAGE), 1L, LARGEST_PAGE));
  }

  /** Of the others none was converted. */
  Set<Status> states() {
    return converted.orElse(false) ? Set.of(Status.VERIFIED) : Set.of();
  }

  boolean isRecent(Instant startedAt) {
    return since.filter(startedAt::isBefore).isEmpty();
  }

  boolean isBy(Channel one) {
    return channel.isEmpty() || one.name().toLowerCase(Locale.ROOT).equals(channel.get());
  }

  boolean isWith(boolean conversion) {
    return converted.isEmpty() || converted.get() == conversion;
  }

  private static VerificationId sid(String field, String sid) {
    return Sids.verification(sid)
        .orElseThrow(() -> BadInput.parameter(field, "must be a verification's sid"));
  }

  private static PhoneNumber phone(String to, ReadVerifications reading) {
    return reading
        .phone(to)
        .orElseThrow(
            () -> BadInput.parameter("ChannelData.To", "must be a number in international form"));
  }

  private static boolean converted(String word) {
    return switch (word) {
      case "converted" -> true;
      case "unconverted" -> false;
      default -> throw BadInput.parameter("Status", "must be converted or unconverted");
    };
  }

  /** The SDK for Java leaves the zone out and means UTC. */
  private static Instant time(String text) {
    try {
      return DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw BadInput.parameter("DateCreatedAfter", "must be a time such as 2031-01-02T03:04:05Z");
    }
  }
}
