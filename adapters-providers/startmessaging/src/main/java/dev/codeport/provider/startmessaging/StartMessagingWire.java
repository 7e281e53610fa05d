package dev.codeport.provider.startmessaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.codeport.domain.verification.Handle;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** The protocol's bodies: what is asked as records, what is answered read leniently. */
final class StartMessagingWire {
  private StartMessagingWire() {}

  /** G1. */
  record Send(String phoneNumber, String idempotencyKey) {}

  /** G2. */
  record SendOurs(String phoneNumber, String otp, String idempotencyKey) {}

  /** G3. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record SendTemplate(String phoneNumber, String templateId, Map<String, String> variables) {}

  /** G4. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record SendLate(
      String phone,
      String channel,
      int otpLength,
      long expirySeconds,
      String senderName,
      String locale) {}

  /** G1. */
  record Verify(String requestId, String otpCode) {}

  /** G4. */
  @JsonNaming(SnakeCaseStrategy.class)
  record VerifyLate(String requestId, String otp) {}

  /** A text or a number, as a text of reasonable length. */
  static Optional<String> text(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber()
        ? Optional.of(node.asText().strip()).filter(text -> !text.isEmpty() && text.length() <= 255)
        : Optional.empty();
  }

  static Optional<Handle> handle(JsonNode node) {
    return text(node).map(Handle::new);
  }

  static Optional<Instant> time(JsonNode node) {
    try {
      return text(node).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** True or false, also as a text. */
  static Optional<Boolean> truth(JsonNode node) {
    return switch (node.asText("")) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
