package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.http.server.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of problem this API reports (RFC 9457). A type never changes its meaning or its
 * status.
 */
public enum Problem {
  BAD_PARAMETER(400, "Bad parameter", "A parameter of the query, or a header, is not as wanted."),
  IDEMPOTENCY_KEY_REQUIRED(
      400,
      "Idempotency-Key required",
      "This request takes money and must carry an Idempotency-Key."),
  UNREADABLE_CALLBACK(400, "Unreadable callback", "It is genuine, and cannot be understood."),
  UNAUTHORIZED(401, "Not authorized", "A valid key is needed."),
  FORGED_CALLBACK(403, "Forged callback", "Its signature is missing or wrong."),
  NUMBER_KIND_NOT_ALLOWED(
      403,
      "Kind of number not allowed",
      "No code goes to such numbers by this channel; see `kind`."),
  REGION_NOT_ALLOWED(403, "Region not allowed", "No code goes to numbers of this `region`."),
  BLOCKED(403, "Blocked", "A rule is against it; see `rule`."),
  ORDERING_PAUSED(
      403, "Ordering paused", "Too many orders ended without an SMS; see `until` and Retry-After."),
  NOT_FOUND(404, "Not found", "There is no such thing, or it is not yours."),
  METHOD_NOT_ALLOWED(405, "Method not allowed", "See Allow."),
  TIMEOUT(408, "Too slow", "The body did not arrive in time."),
  INSUFFICIENT_BALANCE(409, "Insufficient balance", "Nothing was taken; top up and try again."),
  NO_OFFER(409, "No offer", "Nothing in stock fits what was asked for; nothing was taken."),
  NOT_ALLOWED(409, "Not allowed now", "The order's state does not allow it."),
  TOO_EARLY(409, "Too early", "It will be allowed from `available_at` on; see Retry-After."),
  TOO_DEAR(409, "Too dear", "It costs more than was allowed; see `price`."),
  PROVIDER_REFUSED(409, "Provider refused", "The vendor does not do it; the order is as before."),
  TOO_MANY_WEBHOOKS(409, "Too many webhooks", "The account has as many as it may."),
  KEPT_ELSEWHERE(409, "Kept elsewhere", "It belongs to the SMSCode API: change it there."),
  NO_SENDER(409, "No sender", "No sender serves this number by this channel with such a code."),
  VERIFICATION_ENDED(
      409, "Verification ended", "Nothing can be sent for it any more; see `state` and `reason`."),
  REQUEST_IN_PROGRESS(
      409, "Request in progress", "The first request with this Idempotency-Key is still running."),
  TOO_LARGE(413, "Too large", "The body is larger than is accepted."),
  INVALID(422, "Invalid request", "The body is not as wanted; `errors` says where."),
  NOT_A_PHONE_NUMBER(422, "Not a phone number", "No numbering plan has such a number."),
  MALFORMED_CODE(422, "Malformed code", "A code has 4 to 10 digits; nothing was compared."),
  MALFORMED_LOCALE(422, "Malformed locale", "It must be a BCP 47 language tag such as pt-BR."),
  IDEMPOTENCY_KEY_REUSED(
      422, "Idempotency-Key reused", "The key was used for a request that meant something else."),
  QUOTA_EXCEEDED(429, "Quota exceeded", "Too many requests of this key; see Retry-After."),
  CANCEL_CAP_REACHED(429, "Too many cancels", "The account has canceled enough for one day (UTC)."),
  TOO_MANY_STREAMS(429, "Too many streams", "The account keeps as many open as it may."),
  PHONE_LIMITED(
      429, "Too many codes to this phone", "Nothing was sent; Retry-After says when it may be."),
  ADDRESS_LIMITED(
      429, "Too many from this address", "Too many were asked for from it; see Retry-After."),
  PHONE_LOCKED(
      429, "Phone locked", "Too many guesses for it were wrong in a row; locked until `until`."),
  INTERNAL(500, "Internal error", "A fault of ours; the request's id leads to it in the log."),
  PROVIDER_FAILED(502, "Provider failed", "Every vendor asked refused or could not be reached."),
  SEND_REFUSED(
      502, "Send refused", "No sender took it; nothing was sent. See `reason` for what to do."),
  SEND_UNCERTAIN(502, "Perhaps sent", "The sender's answer got lost; it may have been sent."),
  OVERLOADED(503, "Overloaded", "Too much is going on; try again soon."),
  SENDERS_UNAVAILABLE(
      503, "Senders unavailable", "No sender could be reached; nothing was sent. Try again."),
  CHECK_UNAVAILABLE(
      503, "Check unavailable", "Who made the code could not be asked; a guess was spent."),
  STALE_RATE(503, "Exchange rate too old", "No fresh rate leads from the vendors' money to yours.");

  private static final String PREFIX = "urn:codeport:problem:";

  private final int status;
  private final String title;
  private final String meaning;

  Problem(int status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
  }

  /** The problem with this name, as it ends its type. */
  public static Optional<Problem> named(String name) {
    return Arrays.stream(values()).filter(problem -> problem.word().equals(name)).findFirst();
  }

  /** Stable: {@code insufficient-balance}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String type() {
    return PREFIX + word();
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What it means whenever it occurs. */
  public String meaning() {
    return meaning;
  }

  /**
   * @param detail about this occurrence, for people
   */
  public Reply reply(String detail) {
    return reply(detail, Map.of());
  }

  /**
   * @param more members of this occurrence, for programs
   */
  public Reply reply(String detail, Map<String, Object> more) {
    return reply(detail, List.of(), more);
  }

  /** The same, naming the field, parameter or header. */
  public Reply about(String field, String reason) {
    return about(field, reason, Map.of());
  }

  public Reply about(String field, String reason, Map<String, Object> more) {
    return reply(field + " " + reason, List.of(new Flaw(field, reason)), more);
  }

  static Reply invalid(String field, String reason) {
    return INVALID.about(field, reason);
  }

  private Reply reply(String detail, List<Flaw> errors, Map<String, Object> more) {
    return Reply.problem(status, new View(type(), title, status, detail, errors, more));
  }

  record View(
      String type,
      String title,
      int status,
      String detail,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flaw> errors,
      @JsonAnyGetter Map<String, Object> more) {}

  /** What is wrong with one field. */
  record Flaw(String field, String detail) {}
}
