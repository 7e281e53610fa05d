package dev.codeport.http.facade.twilioverify;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;

/** Words what keeps a request from its operation. */
final class TwilioSurface implements Surface {
  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none -> Fault.NOT_FOUND.reply();
      case Refusal.WrongMethod wrong -> Fault.NOT_FOUND.reply();
      case Refusal.TooLarge large ->
          Fault.INVALID_PARAMETER.reply(413, "The body is larger than " + large.cap() + " bytes");
      case Refusal.TooSlow slow ->
          Fault.INVALID_PARAMETER.reply(408, "The body did not arrive in time");
      case Refusal.Overloaded busy -> Fault.UNAVAILABLE.reply(busy.retryAfter());
      case Refusal.Invalid invalid ->
          Fault.INVALID_PARAMETER.reply(
              "Invalid parameter `" + invalid.field() + "`: " + invalid.reason());
      case Refusal.Broken broken -> Fault.INTERNAL.reply();
    };
  }
}
