package dev.codeport.http.facade.startmessaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Every way this surface says no; each has one status. */
enum Failure {
  INVALID_REQUEST(400),
  INVALID_PHONE(400),
  INVALID_REQUEST_ID(400),
  UNSUPPORTED_COUNTRY(400),
  CHANNEL_UNAVAILABLE(400),
  MAX_ATTEMPTS_EXCEEDED(400),
  ALREADY_VERIFIED(400),
  OTP_EXPIRED(400),
  UNAUTHORIZED(401),
  BLOCKED(403),
  NOT_FOUND(404),
  IDEMPOTENCY_KEY_REUSED(422),
  RATE_LIMITED(429),
  INTERNAL_ERROR(500),
  PROVIDER_ERROR(502),
  SERVICE_UNAVAILABLE(503);

  private final int status;

  Failure(int status) {
    this.status = status;
  }

  Reply reply(String message) {
    return reply(status, message);
  }

  /** Of a status that has no code of its own. */
  Reply reply(int other, String message) {
    return Reply.json(other, new View(false, other, new ErrorView(name(), message, null)));
  }

  Reply reply(String message, Duration retryAfter) {
    var error = new ErrorView(name(), message, Reply.seconds(retryAfter));
    return Reply.json(status, new View(false, status, error)).retryAfter(retryAfter);
  }

  static Reply invalid(String field, String reason) {
    return INVALID_REQUEST.reply(field + " " + reason);
  }

  record View(boolean success, @JsonProperty("statusCode") int statusCode, ErrorView error) {}

  record ErrorView(
      String code,
      String message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long retryAfter) {}
}
