package dev.codeport.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.codeport.application.verification.ManageFraudLists;
import dev.codeport.domain.fraud.FraudRule;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The safe list and the block list. */
final class FraudEndpoints {
  private static final int LONGEST = 200;
  private static final Set<String> FIELDS = Set.of("kind", "subject", "reason", "until");

  private final ManageFraudLists lists;
  private final Hands hands;

  FraudEndpoints(ManageFraudLists lists, Hands hands) {
    this.lists = lists;
    this.hands = hands;
  }

  /** What is judged, and what follows; set by the settings alone. */
  Reply rules(Request request) {
    request.query().only(Set.of());
    return Reply.json(200, new RulesView(lists.fraudRules().stream().map(RuleView::of).toList()));
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
        FraudLines.kind(fields.text("kind", LONGEST))
            .orElseThrow(() -> new BadInput("kind", "must be safe or block"));
    var reason = fields.text("reason", LONGEST);
    var until = fields.optionalText("until", LONGEST).map(FraudEndpoints::time);
    var entry = FraudLines.entry(kind, fields.text("subject", LONGEST), reason, until);
    hands.of(request).putListEntry(entry);
    return Reply.json(200, EntryView.of(entry));
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
            .flatMap(FraudLines::kind)
            .orElseThrow(() -> BadInput.parameter("kind", "must be safe or block"));
    var subject =
        query.text("subject").orElseThrow(() -> BadInput.parameter("subject", "is required"));
    return hands.of(request).removeListEntry(kind, Paths.plus(subject))
        ? Reply.empty(204)
        : Problem.NOT_FOUND.reply("There is no such line.");
  }

  record RulesView(List<RuleView> rules) {}

  record RuleView(String name, String mode) {
    static RuleView of(FraudRule rule) {
      return new RuleView(rule.name(), rule.mode().name().toLowerCase(Locale.ROOT));
    }
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
