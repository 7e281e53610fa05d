package dev.codeport.http.api.webhook;

import dev.codeport.domain.webhook.EndpointId;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** The endpoint and the event in a path, and bodies that may be left out. */
final class WebhookPaths {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final byte[] EMPTY = {'{', '}'};

  private WebhookPaths() {}

  /** Answers for the endpoint of the path, or that there is none with such an id. */
  static Reply ofEndpoint(Request request, Function<EndpointId, Reply> answer) {
    return EndpointId.parse(request.path("id")).map(answer).orElseGet(WebhookPaths::notFound);
  }

  static Reply ofEvent(Request request, LongFunction<Reply> answer) {
    var event = request.path("event");
    return NUMBER.matcher(event).matches() ? answer.apply(Long.parseLong(event)) : noDelivery();
  }

  static Reply notFound() {
    return Problem.NOT_FOUND.reply("There is no such webhook.");
  }

  static Reply noDelivery() {
    return Problem.NOT_FOUND.reply("There is no delivery of such an event to this webhook.");
  }

  /** The fields of a body; an empty body has none. */
  static Fields fields(Request request, Set<String> known) {
    return Fields.closed(request.body().length == 0 ? EMPTY : request.body(), known);
  }
}
