package dev.codeport.http.facade.smscode;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.http.server.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every answer of this surface is wrapped in. */
sealed interface Envelope {
  record Success(
      boolean success,
      Object data,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object meta)
      implements Envelope {}

  record Failure(boolean success, Problem error) implements Envelope {}

  record Problem(
      ErrorCode code,
      String message,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {}

  static Reply ok(Object data) {
    return Reply.json(200, new Success(true, data, null));
  }

  static Reply ok(Object data, Object meta) {
    return Reply.json(200, new Success(true, data, meta));
  }

  static Reply error(ErrorCode code, String message) {
    return error(code, message, Map.of());
  }

  static Reply error(ErrorCode code, String message, Map<String, Object> details) {
    return error(code.status(), code, message, details);
  }

  /** An answer whose status is not the code's own: there is no code for it in the contract. */
  static Reply error(int status, ErrorCode code, String message, Map<String, Object> details) {
    return Reply.json(status, new Failure(false, new Problem(code, message, details)));
  }

  static Reply invalid(String field, String reason) {
    return error(ErrorCode.VALIDATION_ERROR, field + " " + reason, Map.of("field", field));
  }
}
