package dev.codeport.http.facade.startmessaging;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;

/** Words what keeps a request from its operation. */
final class StartMessagingSurface implements Surface {
  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none -> Failure.NOT_FOUND.reply("There is no such operation.");
      case Refusal.WrongMethod wrong ->
          Failure.NOT_FOUND
              .reply(405, "There is no such operation.")
              .with("Allow", String.join(", ", wrong.allowed().stream().sorted().toList()));
      case Refusal.TooLarge large ->
          Failure.INVALID_REQUEST.reply(413, "The body is larger than " + large.cap() + " bytes.");
      case Refusal.TooSlow slow ->
          Failure.INVALID_REQUEST.reply(408, "The body did not arrive in time.");
      case Refusal.Overloaded busy ->
          Failure.SERVICE_UNAVAILABLE.reply(
              "Too much is going on; try again soon.", busy.retryAfter());
      case Refusal.Invalid invalid -> Failure.invalid(invalid.field(), invalid.reason());
      case Refusal.Broken broken ->
          Failure.INTERNAL_ERROR.reply("Something went wrong here; request " + requestId + ".");
    };
  }
}
