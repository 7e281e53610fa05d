package dev.codeport.domain.verification;

import java.time.Instant;

/**
 * How far a verification has come.
 *
 * @param rounds how often a code was sent or tried to be, the first included
 * @param askedAt when the last round began
 * @param guesses how many were spent
 */
public record Progress(int rounds, Instant askedAt, int guesses) {
  static Progress begun(Instant now) {
    return new Progress(1, now, 0);
  }

  Progress again(Instant now) {
    return new Progress(rounds + 1, now, guesses);
  }

  Progress guessed() {
    return new Progress(rounds, askedAt, guesses + 1);
  }
}
