package dev.codeport.provider.fivesim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What a vendor's answer says. */
sealed interface Said {
  /** A JSON document with a status of success. */
  record Document(JsonNode json) implements Said {
    @Override
    public String toString() {
      return "a document";
    }
  }

  /**
   * A line of plain text: an error, whatever its status.
   *
   * @param text lower case
   */
  record Line(String text, int status, Optional<Duration> retryAfter) implements Said {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Nothing of the protocol.
   *
   * @param form what it looks like; never a part of it
   */
  record Garbage(String form, int status, Optional<Duration> retryAfter) implements Said {
    boolean isPage() {
      return form.equals(Hearing.PAGE);
    }

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
