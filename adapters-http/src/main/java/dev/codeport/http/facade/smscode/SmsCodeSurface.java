package dev.codeport.http.facade.smscode;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;
import java.util.Map;

/** Words what keeps a request from its operation. */
final class SmsCodeSurface implements Surface {
  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none ->
          Envelope.error(ErrorCode.NOT_FOUND, "There is no such operation.");
      case Refusal.WrongMethod wrong ->
          Envelope.error(405, ErrorCode.NOT_FOUND, "There is no such operation.", Map.of())
              .with("Allow", String.join(", ", wrong.allowed().stream().sorted().toList()));
      case Refusal.TooLarge large ->
          Reply.text(413, "text/plain; charset=utf-8", "more than " + large.cap() + " bytes\n");
      case Refusal.TooSlow slow ->
          Envelope.error(
              408, ErrorCode.VALIDATION_ERROR, "The body did not arrive in time.", Map.of());
      case Refusal.Overloaded busy ->
          Envelope.error(ErrorCode.SERVICE_UNAVAILABLE, "Too much is going on; try again soon.")
              .retryAfter(busy.retryAfter());
      case Refusal.Invalid invalid -> Envelope.invalid(invalid.field(), invalid.reason());
      case Refusal.Broken broken ->
          Envelope.error(
              ErrorCode.INTERNAL_ERROR,
              "Something went wrong here.",
              Map.of("request_id", requestId));
    };
  }
}
