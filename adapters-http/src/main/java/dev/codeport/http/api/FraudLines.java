package dev.codeport.http.api;

import dev.codeport.domain.fraud.ListEntry;
import dev.codeport.http.server.BadInput;
import java.time.Instant;
import java.util.Optional;

/** Lines of the safe list and the block list, as they are written by people. */
public final class FraudLines {
  private static final int LONGEST_REASON = 200;

  private FraudLines() {}

  public static ListEntry entry(
      ListEntry.Kind kind, String subject, String reason, Optional<Instant> until) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new BadInput("reason", "must have 1 to 200 characters");
    }
    try {
      return new ListEntry(kind, subject, reason, until);
    } catch (IllegalArgumentException e) {
      throw new BadInput(
          "subject",
          "must be a number such as +14155550100, the beginning of numbers such as +1415*, or a"
              + " network such as 203.0.113.0/24");
    }
  }

  public static Optional<ListEntry.Kind> kind(String word) {
    return switch (word) {
      case "safe" -> Optional.of(ListEntry.Kind.SAFE);
      case "block" -> Optional.of(ListEntry.Kind.BLOCK);
      default -> Optional.empty();
    };
  }
}
