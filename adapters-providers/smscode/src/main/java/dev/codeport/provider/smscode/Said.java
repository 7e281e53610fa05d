package dev.codeport.provider.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What a vendor's answer says. */
sealed interface Said {
  /**
   * Success.
   *
   * @param data what the envelope holds
   */
  record Document(JsonNode data) implements Said {
    @Override
    public String toString() {
      return "a document";
    }
  }

  /**
   * A refusal in the protocol's envelope.
   *
   * @param code upper case
   * @param details what goes with some codes; a missing node else
   */
  record Fault(String code, int status, JsonNode details, Optional<Duration> retryAfter)
      implements Said {
    @Override
    public String toString() {
      return code;
    }
  }

  /**
   * Nothing of the protocol.
   *
   * @param form what it looks like; never a part of it
   */
  record Garbage(String form, int status, Optional<Duration> retryAfter) implements Said {
    @Override
    public String toString() {
      return "HTTP " + status + " with " + form;
    }
  }

  /** The vendor surely did not hear us. */
  record NotHeard(String reason, Optional<Duration> retryAfter) implements Said {}

  /** The vendor may have heard us, and we did not hear it. */
  record NotAnswered(String reason) implements Said {}
}
