package dev.codeport.domain.webhook;

import java.util.Map;
import java.util.Optional;

/**
 * Posts to addresses that customers chose. Never reaches an address inside: what is checked is the
 * address that is dialled. Redirects are not followed; at most 15 seconds.
 */
public interface WebhookTransport {
  /** Why this address may not be used; empty when it may. Looks the name up. */
  Optional<String> refusal(String url);

  /** Posts a JSON body. */
  Outcome post(String url, Map<String, String> headers, byte[] body);

  sealed interface Outcome {
    /**
     * It answered, with whatever status.
     *
     * @param retryAfter the header of this name, as it came
     * @param beginning how the answer began, at most 512 bytes of it
     */
    record Answered(int status, Optional<String> retryAfter, String beginning) implements Outcome {
      public static Answered plain(int status) {
        return new Answered(status, Optional.empty(), "");
      }
    }

    /** No answer, and why. */
    record Unreachable(String reason) implements Outcome {}

    /** The address may not be used, and why; nothing was sent. */
    record Forbidden(String reason) implements Outcome {}
  }
}
