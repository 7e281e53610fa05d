package dev.codeport.http.api.verification;

import dev.codeport.application.verification.ReadVerifications;
import dev.codeport.application.verification.ShownVerification;
import dev.codeport.domain.id.VerificationId;
import dev.codeport.domain.phone.PhoneNumber;
import dev.codeport.domain.verification.Verifications;
import dev.codeport.domain.verification.Verifications.Status;
import dev.codeport.http.api.Cursor;
import dev.codeport.http.api.Customer;
import dev.codeport.http.api.Pages;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Query;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looking at verifications. */
final class VerificationEndpoints {
  private static final String LIST = "v";
  private static final int HEX_DIGITS = 11;
  private static final Map<String, Set<Status>> STATES =
      Map.of(
          "open", Set.of(Status.STARTED, Status.SENT),
          "started", Set.of(Status.STARTED),
          "sent", Set.of(Status.SENT),
          "verified", Set.of(Status.VERIFIED),
          "failed", Set.of(Status.FAILED));

  private final ReadVerifications reading;
  private final InstantSource clock;

  VerificationEndpoints(ReadVerifications reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  Reply get(Customer customer, Request request) {
    request.query().only(Set.of());
    return VerificationPaths.ofVerification(
        request,
        id ->
            reading
                .verification(customer.account(), id)
                .map(shown -> whole(customer, shown))
                .orElseGet(VerificationPaths::notFound));
  }

  private Reply whole(Customer customer, ShownVerification shown) {
    var asked = reading.dispatches(customer.account(), shown.verification().id());
    return Reply.json(200, VerificationView.of(shown, asked, clock.instant()));
  }

  Reply list(Customer customer, Request request) {
    var query = request.query().only(Set.of("phone", "state", "limit", "cursor"));
    var limit = Pages.limit(query);
    var now = clock.instant();
    return Pages.reply(
        request,
        reading.verifications(customer.account(), wanted(customer, query), limit + 1),
        limit,
        last -> cursor(last.verification().id()),
        (rows, next) -> page(rows, next, now));
  }

  private static VerificationsView page(
      List<ShownVerification> rows, Optional<String> next, Instant now) {
    return new VerificationsView(
        rows.stream().map(shown -> VerificationView.of(shown, now)).toList(), next.orElse(null));
  }

  private Verifications.Filter wanted(Customer customer, Query query) {
    return new Verifications.Filter(
        query.text("phone").map(this::phone),
        query.text("state").map(VerificationEndpoints::states).orElse(Set.of()),
        Cursor.in(query, LIST, 3).map(numbers -> place(customer, numbers)));
  }

  /** Who forgot that a plus sign in a query is a blank is understood nevertheless. */
  private PhoneNumber phone(String text) {
    return reading
        .phone(text.startsWith(" ") ? "+" + text.strip() : text)
        .orElseThrow(
            () -> BadInput.parameter("phone", "must be a phone number in international form"));
  }

  private static Set<Status> states(String word) {
    return Optional.ofNullable(STATES.get(word))
        .orElseThrow(
            () -> BadInput.parameter("state", "must be open, started, sent, verified or failed"));
  }

  /** An id has 128 bits, more than one number of a cursor. */
  private static String cursor(VerificationId id) {
    return Cursor.of(
        LIST,
        part(id, 0, HEX_DIGITS),
        part(id, HEX_DIGITS, 2 * HEX_DIGITS),
        part(id, 2 * HEX_DIGITS, id.hex().length()));
  }

  private static long part(VerificationId id, int from, int to) {
    return Long.parseLong(id.hex(), from, to, 16);
  }

  private VerificationId place(Customer customer, List<Long> numbers) {
    var hex = "%011x%011x%010x".formatted(numbers.toArray());
    return VerificationId.parse(hex)
        .filter(id -> reading.verification(customer.account(), id).isPresent())
        .orElseThrow(
            () ->
                BadInput.parameter("cursor", "must be one that an earlier page of this list gave"));
  }

  record VerificationsView(List<VerificationView> verifications, @Nullable String nextCursor) {}
}
