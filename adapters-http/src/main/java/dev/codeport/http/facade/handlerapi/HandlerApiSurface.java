package dev.codeport.http.facade.handlerapi;

import dev.codeport.http.server.Refusal;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Surface;
import java.util.Map;

/** Words what keeps a request from its action. */
final class HandlerApiSurface implements Surface {
  /** What is wrong, by the parameter that is. */
  private static final Map<String, Token> PARAMETERS =
      Map.ofEntries(
          Map.entry("service", Token.BAD_SERVICE),
          Map.entry("country", Token.BAD_COUNTRY),
          Map.entry("operator", Token.BAD_OPERATOR),
          Map.entry("status", Token.BAD_STATUS),
          Map.entry("id", Token.WRONG_ACTIVATION_ID),
          Map.entry("activationId", Token.WRONG_ACTIVATION_ID),
          Map.entry("start", Token.WRONG_DATE),
          Map.entry("end", Token.WRONG_DATE),
          Map.entry("forward", Token.BAD_FORWARD),
          Map.entry("activationType", Token.BAD_ACTIVATION_TYPE),
          Map.entry("phoneException", Token.WRONG_EXCEPTION_PHONE));

  @Override
  public Reply refuse(Refusal why, String requestId) {
    return switch (why) {
      case Refusal.NotFound none -> Token.BAD_ACTION.reply(404);
      case Refusal.WrongMethod wrong ->
          Token.BAD_ACTION
              .reply(405)
              .with("Allow", String.join(", ", wrong.allowed().stream().sorted().toList()));
      case Refusal.TooLarge large -> Token.BAD_DATA.reply(413);
      case Refusal.TooSlow slow -> Token.BAD_DATA.reply(408);
      case Refusal.Overloaded busy -> Token.RATE_LIMIT.reply(503).retryAfter(busy.retryAfter());
      case Refusal.Invalid invalid ->
          PARAMETERS.getOrDefault(invalid.field(), Token.BAD_DATA).reply();
      case Refusal.Broken broken -> Token.SERVER_ERROR.reply();
    };
  }
}
