package dev.codeport.http.api.order;

import dev.codeport.domain.id.OrderId;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The order in a path, and bodies that may be left out. */
final class OrderPaths {
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

  private OrderPaths() {}

  /** Answers for the order of the path, or that there is none with such an id. */
  static Reply ofOrder(Request request, Function<OrderId, Reply> answer) {
    return id(request.path("id")).map(answer).orElseGet(OrderPaths::notFound);
  }

  static Optional<OrderId> id(String text) {
    return ID.matcher(text).matches()
        ? Optional.of(new OrderId(Long.parseLong(text)))
        : Optional.empty();
  }

  static Reply notFound() {
    return Problem.NOT_FOUND.reply("There is no such order.");
  }

  /** For what needs no body: it may be left out, or be an empty object. */
  static void refuseFields(Request request) {
    fields(request, Set.of());
  }

  /** The fields of a body; an empty body has none. */
  static Fields fields(Request request, Set<String> known) {
    return request.body().length == 0
        ? Fields.closed(new byte[] {'{', '}'}, known)
        : Fields.closed(request.body(), known);
  }
}
