package dev.codeport.http.console;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;
import java.time.Instant;
import java.util.Optional;

/**
 * Words what is refused before a page is reached. Nothing is known of the visitor there, so it is
 * in the first language and without a menu.
 */
final class ConsoleSurface implements Surface {
  private static final Texts TEXTS = Texts.all().getFirst();

  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none -> page(404, "not-found");
      case Refusal.WrongMethod wrong ->
          page(405, "not-found")
              .with("Allow", String.join(", ", wrong.allowed().stream().sorted().toList()));
      case Refusal.TooLarge large -> page(413, "too-large");
      case Refusal.TooSlow slow -> page(408, "too-slow");
      case Refusal.Overloaded busy -> page(503, "busy").retryAfter(busy.retryAfter());
      case Refusal.Invalid invalid -> page(400, "bad-input", invalid.field(), invalid.reason());
      case Refusal.Broken broken -> page(500, "broken", requestId);
    };
  }

  private static Reply page(int status, String what, Object... with) {
    var frame =
        new Frame(
            TEXTS,
            Theme.AUTO,
            TEXTS.say("fail." + what + ".title"),
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            Address.HOME,
            Instant.EPOCH,
            false,
            Optional.empty());
    var page = new Visit.Failure(status, TEXTS.say("fail." + what + ".text", with));
    var html = Templates.render("failure", frame, page);
    return Safety.guard(Reply.text(status, "text/html; charset=utf-8", html));
  }
}
