package dev.codeport.http.server;

import java.time.Duration;
import java.util.Set;

/** What keeps a request from its endpoint, or goes wrong in it; each surface has words for it. */
public sealed interface Refusal {
  record NotFound() implements Refusal {}

  /**
   * @param allowed what the path does answer
   */
  record WrongMethod(Set<String> allowed) implements Refusal {}

  record TooLarge(int cap) implements Refusal {}

  /** The body did not arrive in time. */
  record TooSlow() implements Refusal {}

  record Overloaded(Duration retryAfter) implements Refusal {}

  /**
   * @param inBody whether it is the body that is invalid, else the query or a header
   */
  record Invalid(String field, String reason, boolean inBody) implements Refusal {}

  /** A bug or a broken machine; the log has it under the request's id. */
  record Broken() implements Refusal {}
}
