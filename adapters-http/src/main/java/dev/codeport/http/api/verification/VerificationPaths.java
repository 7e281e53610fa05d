package dev.codeport.http.api.verification;

import dev.codeport.domain.id.VerificationId;
import dev.codeport.http.api.Problem;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.util.Set;
import java.util.function.Function;

/** The verification in a path, and bodies that may be left out. */
final class VerificationPaths {
  private VerificationPaths() {}

  /** Answers for the verification of the path, or that there is none with such an id. */
  static Reply ofVerification(Request request, Function<VerificationId, Reply> answer) {
    return VerificationId.parse(request.path("id"))
        .map(answer)
        .orElseGet(VerificationPaths::notFound);
  }

  static Reply notFound() {
    return Problem.NOT_FOUND.reply("There is no such verification.");
  }

  /** For what needs no body: it may be left out, or be an empty object. */
  static void refuseFields(Request request) {
    if (request.body().length > 0) {
      Fields.closed(request.body(), Set.of());
    }
  }
}
