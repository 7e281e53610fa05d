package dev.codeport.http.facade.twilioverify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.http.server.Reply;
import java.time.Duration;
import java.util.Map;

/** How Twilio says no: its codes, each with its status. */
enum Fault {
  AUTHENTICATE(20003, 401, "Authenticate"),
  NOT_FOUND(20404, 404, "The requested resource was not found"),
  CONFLICT(20409, 409, "The code could not be checked"),
  TOO_MANY_REQUESTS(20429, 429, "Too Many Requests"),
  INTERNAL(20500, 500, "An internal server error has occurred"),
  UNAVAILABLE(20503, 503, "Service is unavailable. Please try again"),
  OPTED_OUT(21610, 400, "Attempt to send to unsubscribed recipient"),
  INVALID_PARAMETER(60200, 400, "Invalid parameter"),
  MAX_CHECKS(60202, 429, "Max check attempts reached"),
  MAX_SENDS(60203, 429, "Max send attempts reached"),
  NOT_SUPPORTED(60204, 403, "Service does not support this feature"),
  LANDLINE(60205, 400, "SMS is not supported by landline phone number"),
  NAMED_LIMIT(60207, 429, "Max rate limits reached"),
  FRAUD(60410, 403, "Verification delivery attempt blocked"),
  COUNTRY(60605, 403, "Verification delivery attempt blocked: destination country not allowed");

  private static final String MORE = "https://www.twilio.com/docs/errors/";

  private final int code;
  private final int status;
  private final String message;

  Fault(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  Reply reply() {
    return reply(message);
  }

  Reply reply(String because) {
    return reply(status, because, Map.of());
  }

  /** Says in {@code details} when it is worth trying again. */
  Reply reply(Duration retryAfter) {
    return reply(status, message, Map.of("retry_after", Reply.seconds(retryAfter)));
  }

  /** Of a status that Twilio has no code of its own for. */
  Reply reply(int other, String because) {
    return reply(other, because, Map.of());
  }

  private Reply reply(int shown, String because, Map<String, Object> details) {
    return Reply.json(shown, new View(code, because, MORE + code, shown, details));
  }

  static Reply invalid(String parameter) {
    return INVALID_PARAMETER.reply("Invalid parameter `" + parameter + "`");
  }

  static Reply nothingAt(String path) {
    return NOT_FOUND.reply("The requested resource " + path + " was not found");
  }

  record View(
      int code,
      String message,
      String moreInfo,
      int status,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {}
}
