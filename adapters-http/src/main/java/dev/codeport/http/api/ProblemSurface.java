package dev.codeport.http.api;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;

/** Words refusals as problem details (RFC 9457). */
public final class ProblemSurface implements Surface {
  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none -> Problem.NOT_FOUND.reply("There is nothing at this path.");
      case Refusal.WrongMethod wrong ->
          Problem.METHOD_NOT_ALLOWED
              .reply("This path does not answer that method.")
              .with("Allow", String.join(", ", wrong.allowed().stream().sorted().toList()));
      case Refusal.TooLarge large ->
          Problem.TOO_LARGE.reply("The body is larger than " + large.cap() + " bytes.");
      case Refusal.TooSlow slow -> Problem.TIMEOUT.reply("The body did not arrive in time.");
      case Refusal.Overloaded busy ->
          Problem.OVERLOADED
              .reply("Too much is going on; try again soon.")
              .retryAfter(busy.retryAfter());
      case Refusal.Invalid invalid ->
          (invalid.inBody() ? Problem.INVALID : Problem.BAD_PARAMETER)
              .about(invalid.field(), invalid.reason());
      case Refusal.Broken broken ->
          Problem.INTERNAL.reply("Something went wrong here; request " + requestId + ".");
    };
  }
}
