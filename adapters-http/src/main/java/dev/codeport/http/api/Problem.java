package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.http.server.Reply;
import java.util.List;

/** Every kind of problem this API reports; a type never changes its meaning. */
enum Problem {
  UNAUTHORIZED(401, "unauthorized", "Not authorized"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
  TIMEOUT(408, "timeout", "Too slow"),
  POOR(409, "insufficient-balance", "Insufficient balance"),
  TOO_LARGE(413, "too-large", "Too large"),
  INVALID(422, "invalid", "Invalid request"),
  INTERNAL(500, "internal", "Internal error"),
  OVERLOADED(503, "overloaded", "Overloaded"),
  STALE_RATE(503, "stale-rate", "Exchange rate too old");

  private final int status;
  private final String type;
  private final String title;

  Problem(int status, String type, String title) {
    this.status = status;
    this.type = "urn:codeport:problem:" + type;
    this.title = title;
  }

  Reply reply(String detail) {
    return reply(detail, List.of());
  }

  static Reply invalid(String field, String reason) {
    return INVALID.reply(field + " " + reason, List.of(new Flaw(field, reason)));
  }

  private Reply reply(String detail, List<Flaw> errors) {
    return Reply.problem(status, new View(type, title, status, detail, errors));
  }

  record View(
      String type,
      String title,
      int status,
      String detail,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flaw> errors) {}

  /** What is wrong with one field. */
  record Flaw(String field, String detail) {}
}
