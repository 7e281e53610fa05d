package dev.codeport.provider.startmessaging;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.codeport.domain.id.SenderId;
import dev.codeport.domain.secret.Hmac;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.verification.Callback;
import dev.codeport.domain.verification.CallbackResult;
import dev.codeport.domain.verification.Receipt;
import dev.codeport.domain.verification.Receipt.Status;
import dev.codeport.provider.kit.Heard;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Understands what the service tells unasked: {@code {eventId, type, createdAt, data}}, signed with
 * HMAC-SHA256 over the bytes of the body in hexadecimal. The signature covers no time, so an old
 * one can be sent again by who saw it; it says then what it said before.
 */
final class StartMessagingNotices {
  private static final String SIGNATURE = "x-sm-signature";

  private final SenderId id;
  private final Optional<Hmac> signer;
  private final InstantSource clock;

  StartMessagingNotices(SenderId id, Optional<Secret> secret, InstantSource clock) {
    this.id = id;
    this.signer = secret.map(Hmac::of);
    this.clock = clock;
  }

  CallbackResult read(Callback callback) {
    if (signer.isEmpty()) {
      return new CallbackResult.NotOurs();
    }
    var right = signer.get().hex(callback.body());
    return callback.header(SIGNATURE).filter(shown -> same(shown, right)).isPresent()
        ? understood(callback.body())
        : new CallbackResult.Forged();
  }

  private static boolean same(String shown, String right) {
    return MessageDigest.isEqual(
        shown.strip().toLowerCase(Locale.ROOT).getBytes(US_ASCII), right.getBytes(US_ASCII));
  }

  private CallbackResult understood(String body) {
    try {
      return understood(Heard.Json.MAPPER.readTree(body));
    } catch (JsonProcessingException e) {
      return new CallbackResult.Unreadable("no JSON");
    }
  }

  private CallbackResult understood(JsonNode json) {
    if (!json.isObject()) {
      return new CallbackResult.Unreadable("no object");
    }
    var data = json.path("data");
    var status = status(data.path("status").asText(""));
    if (!json.path("type").asText("").startsWith("otp.") || status.isEmpty()) {
      return new CallbackResult.Genuine(List.of());
    }
    var at =
        StartMessagingWire.time(data.path("deliveredAt"))
            .or(() -> StartMessagingWire.time(json.path("createdAt")))
            .orElseGet(clock::instant);
    return StartMessagingWire.handle(data.path("requestId"))
        .map(handle -> new Receipt(id, handle, status.get(), at, ""))
        .<CallbackResult>map(receipt -> new CallbackResult.Genuine(List.of(receipt)))
        .orElseGet(() -> new CallbackResult.Unreadable("no requestId"));
  }

  private static Optional<Status> status(String word) {
    return switch (word) {
      case "initiated", "queued" -> Optional.of(Status.QUEUED);
      case "sent" -> Optional.of(Status.SENT);
      case "delivered" -> Optional.of(Status.DELIVERED);
      case "failed" -> Optional.of(Status.UNDELIVERED);
      default -> Optional.empty();
    };
  }
}
