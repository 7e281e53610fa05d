package dev.codeport.http.api.webhook;

import dev.codeport.application.webhook.ManageEndpoints;
import dev.codeport.domain.webhook.Endpoint;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Reply;
import java.util.function.Function;

/** What came of managing an endpoint, in words of HTTP. */
final class EndpointReply {
  private EndpointReply() {}

  static Reply of(ManageEndpoints.Result result) {
    return of(result, endpoint -> Reply.json(200, EndpointView.of(endpoint)));
  }

  static Reply of(ManageEndpoints.Result result, Function<Endpoint, Reply> saved) {
    return switch (result) {
      case ManageEndpoints.Saved done -> saved.apply(done.endpoint());
      case ManageEndpoints.Removed removed -> Reply.empty(204);
      case ManageEndpoints.Refused refused ->
          Problem.INVALID.about(refused.field(), refused.reason());
      case ManageEndpoints.NoSuchEndpoint none -> WebhookPaths.notFound();
      case ManageEndpoints.NoRoom full ->
          Problem.TOO_MANY_WEBHOOKS.reply(
              "The account has %d webhooks, and may not have more.".formatted(full.most()));
      case ManageEndpoints.KeptElsewhere elsewhere ->
          Problem.KEPT_ELSEWHERE.reply("Change it by PATCH /v1/webhook.");
    };
  }
}
