package dev.codeport.provider.twilio;

import dev.codeport.domain.verification.Handle;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.provider.kit.Heard;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Twilio answers, read leniently. */
final class TwilioWire {
  private static final Pattern SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
  private static final Set<String> DEAD = Set.of("failed", "undelivered", "canceled");

  private TwilioWire() {}

  /** Its name, if it took the message; one that has failed already was not taken. */
  static Optional<Handle> taken(Heard heard) {
    if (!(heard instanceof Heard.Document document) || document.status() / 100 != 2) {
      return Optional.empty();
    }
    var json = document.json();
    return DEAD.contains(json.path("status").asText(""))
        ? Optional.empty()
        : handle(json.path("sid").asText(""));
  }

  static Optional<Handle> handle(String sid) {
    return SID.matcher(sid).matches() ? Optional.of(new Handle(sid)) : Optional.empty();
  }

  /** An error's code, or why a message failed at once; 0 if there is none. */
  static int code(Heard.Document document) {
    var json = document.json();
    return json.path("code").asInt(json.path("error_code").asInt(0));
  }

  /** A message that has failed at once, which is told with a good status. */
  static boolean isDead(Heard.Document document) {
    var json = document.json();
    return handle(json.path("sid").asText("")).isPresent()
        && DEAD.contains(json.path("status").asText(""));
  }

  /** Those of messages that come in, and new ones, say nothing. */
  static Optional<Status> status(String word) {
    return switch (word) {
      case "queued", "accepted", "scheduled", "sending" -> Optional.of(Status.QUEUED);
      case "sent" -> Optional.of(Status.SENT);
      case "delivered", "read" -> Optional.of(Status.DELIVERED);
      case "failed", "undelivered", "canceled" -> Optional.of(Status.UNDELIVERED);
      default -> Optional.empty();
    };
  }
}
