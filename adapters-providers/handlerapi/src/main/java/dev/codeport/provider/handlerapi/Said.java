package dev.codeport.provider.handlerapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Optional;

/** What a vendor's answer says, whatever form it came in. */
sealed interface Said {
  /**
   * A word of the protocol, success or error.
   *
   * @param name upper case, underscores for blanks
   * @param argument all after the first colon, trimmed
   * @param info what a JSON error says beside its name
   */
  record Token(
      String name, String argument, JsonNode info, int status, Optional<Duration> retryAfter)
      implements Said {
    static Token of(String name, String argument, int status, Optional<Duration> retryAfter) {
      return new Token(name, argument, MissingNode.getInstance(), status, retryAfter);
    }

    boolean is(String word) {
      return name.equals(word);
    }

    /** Without its argument, which may hold a code. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** A JSON document that is no error. */
  record Document(JsonNode json, int status) implements Said {
    @Override
    public String toString() {
      return "a document";
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
  record NotHeard(String reason, Optional<Duration> retryAfter) implements Said {
    @Override
    public String toString() {
      return reason;
    }
  }

  /** The vendor may have heard us, and we did not hear it. */
  record NotAnswered(String reason) implements Said {
    @Override
    public String toString() {
      return reason;
    }
  }
}
