package dev.codeport.http.facade.handlerapi;

import dev.codeport.http.server.Reply;
import java.time.Duration;

/** The words in which this surface says no. Every one is known to clients of the protocol. */
enum Token {
  // The account.
  NO_KEY,
  BAD_KEY,
  BANNED,
  RATE_LIMIT(429),
  // The request.
  BAD_ACTION,
  BAD_SERVICE,
  BAD_COUNTRY,
  BAD_OPERATOR,
  BAD_STATUS,
  BAD_DATA,
  BAD_FORWARD,
  BAD_ACTIVATION_TYPE,
  WRONG_DATE,
  WRONG_EXCEPTION_PHONE,
  WRONG_ACTIVATION_ID,
  // Stock and money.
  NO_NUMBERS,
  WRONG_MAX_PRICE,
  NO_BALANCE,
  OPERATORS_NOT_FOUND,
  ORDER_ALREADY_EXISTS,
  // Activations.
  NO_ACTIVATION,
  NO_ACTIVATIONS,
  EARLY_CANCEL_DENIED,
  RENEW_ACTIVATION_NOT_AVAILABLE,
  SIM_OFFLINE,
  /** It may have been done: clients look again. */
  ERROR_SQL,
  SERVER_ERROR(500);

  private final int status;

  Token() {
    this(200);
  }

  Token(int status) {
    this.status = status;
  }

  Reply reply() {
    return reply(status);
  }

  /** With a status that is not its own. */
  Reply reply(int otherStatus) {
    return Lines.line(otherStatus, name());
  }

  Reply reply(String argument) {
    return Lines.line(status, name() + ":" + argument);
  }

  Reply retryAfter(Duration wait) {
    return reply().retryAfter(wait);
  }
}
