package dev.codeport.http.console;

import dev.codeport.application.account.KeepSessions;
import dev.codeport.domain.limit.Limit;
import java.time.Duration;

/**
 * What may be set about the pages under {@code /console}.
 *
 * @param open whether there are any
 * @param idle how long somebody may be silent before having to sign in again, at most 30 days
 * @param attempts how often one network address may try to sign in
 */
public record ConsoleSettings(boolean open, Duration idle, Limit attempts) {
  public static final ConsoleSettings STANDARD =
      new ConsoleSettings(true, Duration.ofHours(12), Limit.of(30).per(Duration.ofHours(1)));

  public ConsoleSettings {
    if (!idle.isPositive() || idle.compareTo(KeepSessions.Terms.LONGEST) > 0) {
      throw new IllegalArgumentException("a session may lie unused for up to 30 days");
    }
  }
}
