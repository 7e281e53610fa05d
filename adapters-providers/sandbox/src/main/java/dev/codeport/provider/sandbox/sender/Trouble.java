package dev.codeport.provider.sandbox.sender;

import java.util.Arrays;
import java.util.Optional;

/** The errors of the service, by their words. */
enum Trouble {
  UNAUTHORIZED(401, "The API key is not valid"),
  INVALID_REQUEST(400, "The request cannot be read"),
  INVALID_PHONE(400, "The phone number is not valid"),
  UNSUPPORTED_COUNTRY(400, "There is no service in this country"),
  CHANNEL_UNAVAILABLE(400, "The channel is not available"),
  RATE_LIMITED(429, "Too many requests for this number"),
  INSUFFICIENT_CREDITS(402, "There are not enough credits"),
  INVALID_REQUEST_ID(400, "There is no such request"),
  MAX_ATTEMPTS_EXCEEDED(400, "Too many wrong codes"),
  ALREADY_VERIFIED(400, "The code was verified before"),
  OTP_EXPIRED(400, "The code has expired"),
  INTERNAL_ERROR(500, "Something broke");

  final int status;
  final String message;

  Trouble(int status, String message) {
    this.status = status;
    this.message = message;
  }

  static Optional<Trouble> named(String word) {
    return Arrays.stream(values()).filter(trouble -> trouble.name().equals(word)).findFirst();
  }
}
