package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.http.server.BadInput;
import dev.codeport.http.server.Fields;
import dev.codeport.http.server.Reply;
import dev.codeport.http.server.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The safe list and the block list. */
final class FraudEndpoints {
  private static final int LONGEST = 200;
  private static final Set<String> FIELDS = Set.of("kind", "subject", "reason", "until");

  private final ManageFraudLists lists;

  FraudEndpoints(ManageFraudLists lists) {
    this.lists = lists;
  }

  Reply list(Request request) {
    request.query().only(Set.of());
    var entries = lists.listEntries().stream().map(EntryView::of).toList();
    return Reply.json(200, new EntriesView(entries));
  }

  /** Replaces the line of the same kind and subject. */
  Reply put(Request request) {
    var fields = Fields.closed(request.body(), FIELDS);
    var kind =
        kind(fields.text("kind", LONGEST))
            .orElseThrow(() -> new BadInput("kind", "must be safe or block"));
    var reason = fields.text("reason", LONGEST);
    if (reason.isBlank()) {
      throw new BadInput("reason", "must have 1 to 200 characters");
    }
    var until = fields.optionalText("until", LONGEST).map(FraudEndpoints::time);
    var entry = entry(kind, fields.text("subject", LONGEST), reason, until);
    lists.putListEntry(entry);
    return Reply.json(200, EntryView.of(entry));
  }

  private static ListEntry entry(
      ListEntry.Kind kind, String subject, String reason, Optional<Instant> until) {
    try {
      return new ListEntry(kind, subject, reason, until);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "subject",
          "must be a number such as +14155550100, the beginning of numbers such as +1415*, or a"
              + " network such as 203.0.113.0/24");
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadInput("until", "must be a time such as 2031-01-02T03:04:05Z");
    }
  }

  Reply remove(Request request) {
    var query = request.query().only(Set.of("kind", "subject"));
    var kind =
        query
            .text("kind")
            .flatMap(FraudEndpoints::kind)
            .orElseThrow(() -> BadInput.parameter("kind", "must be safe or block"));
    var subject =
        query.text("subject").orElseThrow(() -> BadInput.parameter("subject", "is required"));
    return lists.removeListEntry(kind, Paths.plus(subject))
        ? Reply.empty(204)
        : Problem.NOT_FOUND.reply("There is no such line.");
  }

  private static Optional<ListEntry.Kind> kind(String word) {
    return switch (word) {
      case "safe" -> Optional.of(ListEntry.Kind.SAFE);
      case "block" -> Optional.of(ListEntry.Kind.BLOCK);
      default -> Optional.empty();
    };
  }

  record EntriesView(List<EntryView> entries) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryView(String kind, String subject, String reason, @Nullable String until) {
    static EntryView of(ListEntry entry) {
      return new EntryView(
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.subject(),
          entry.reason(),
          Shown.time(entry.until()));
    }
  }
}
