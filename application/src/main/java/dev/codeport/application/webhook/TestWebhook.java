package dev.codeport.application.webhook;

import dev.codeport.domain.id.AccountId;
import java.time.Duration;

/** Sends one event to the account's address, signed as every event is. */
public interface TestWebhook {
  /**
   * @param body the event as JSON
   */
  Result testWebhook(AccountId account, byte[] body);

  sealed interface Result {}

  /** It answered so; any status is a success of the test. */
  record Answered(int status) implements Result {}

  record NoAddress() implements Result {}

  record Unreachable(String reason) implements Result {}

  record TooOften(Duration retryAfter) implements Result {}
}
