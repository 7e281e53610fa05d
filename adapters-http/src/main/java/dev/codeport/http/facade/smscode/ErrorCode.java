package dev.codeport.http.facade.smscode;

/** Every way this surface says no; each has one status. */
enum ErrorCode {
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  VALIDATION_ERROR(422),
  PROVIDER_ERROR(422),
  NO_OFFER_AVAILABLE(422),
  IDEMPOTENCY_KEY_REUSED(422),
  INSUFFICIENT_BALANCE(409),
  CONFLICT(409),
  CANCEL_TOO_EARLY(409),
  REQUEST_IN_PROGRESS(409),
  RATE_LIMIT_EXCEEDED(429),
  TEMP_BANNED_ABUSE_GUARD(429),
  SERVICE_UNAVAILABLE(503),
  FX_RATE_UNAVAILABLE(503),
  INTERNAL_ERROR(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
