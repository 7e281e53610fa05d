package dev.codeport.http.callback;

import dev.codeport.application.order.ReceivePush;
import dev.codeport.domain.id.ProviderId;
import dev.codeport.domain.pool.Push;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import dev.codeport.http.server.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes pushes of SMS. Success is a bare 200, which is what vendors wait for. */
public final class NumberCallbacks {
  private final ReceivePush pushes;

  public NumberCallbacks(ReceivePush pushes) {
    this.pushes = pushes;
  }

  public void mount(Routes routes) {
    routes.post("/callbacks/numbers/:provider/:secret", this::receive);
  }

  private Reply receive(Request request) {
    var body = new String(request.body(), StandardCharsets.UTF_8);
    var push = new Push(request.path("secret"), request.remote(), body);
    return provider(request)
        .map(provider -> reply(pushes.receivePush(provider, push)))
        .orElseGet(NumberCallbacks::nothingHere);
  }

  private static Reply reply(ReceivePush.Result result) {
    return switch (result) {
      case ReceivePush.Taken taken -> Reply.empty(200);
      case ReceivePush.NoSuchLease none -> Problem.NOT_FOUND.reply("No order has this number.");
      case ReceivePush.Garbage garbage -> Problem.INVALID.reply(garbage.detail());
      case ReceivePush.Forbidden no -> nothingHere();
      case ReceivePush.Later later ->
          Problem.OVERLOADED
              .reply("The vendor could not be asked about it.")
              .retryAfter(later.retryAfter());
    };
  }

  private static Reply nothingHere() {
    return Problem.NOT_FOUND.reply("There is nothing at this path.");
  }

  private static Optional<ProviderId> provider(Request request) {
    try {
      return Optional.of(new ProviderId(request.path("provider")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
