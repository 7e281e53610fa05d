package dev.codeport.application.account;

import dev.codeport.domain.account.ApiKey;
import dev.codeport.domain.secret.Keyring;
import dev.codeport.domain.secret.Secret;
import dev.codeport.domain.storage.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Lets a browser show a session's id instead of a key. Sessions hold on every node and over
 * restarts; of an id only a keyed hash is kept.
 */
public interface KeepSessions {
  /**
   * The id of a new session; empty when the key opens nothing, as {@link Authenticate#authenticate}
   * says. Earlier sessions of the key go on.
   */
  Optional<Secret> openSession(Secret apiKey);

  /**
   * The id of a new session of the operator.
   *
   * @param adminKey which the caller has found to be right
   */
  Secret openOperatorSession(Secret adminKey);

  /**
   * Whose session it is; empty when there is none, it lay unused for too long, or the key that
   * opened it opens nothing any more. Asking uses it.
   */
  Optional<Visitor> visitor(Secret session, Terms terms);

  /** Answers whether it was there; from now on it is worth nothing, on every node. */
  boolean endSession(Secret session);

  static KeepSessions over(
      Storage storage,
      AccountDirectory directory,
      Keyring keyring,
      InstantSource clock,
      RandomGenerator random) {
    return new SessionService(storage.sessions(), directory, keyring, clock, random);
  }

  /**
   * @param idle how long a session may lie unused, at most {@link #LONGEST}
   * @param adminKey what the operator's key is now, if there is an operator's part
   */
  record Terms(Duration idle, Optional<Secret> adminKey) {
    /** After so long an unused session is forgotten, whatever anybody allows. */
    public static final Duration LONGEST = Duration.ofDays(30);

    public Terms {
      if (!idle.isPositive() || idle.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a session may lie unused for up to 30 days");
      }
    }
  }

  sealed interface Visitor {}

  record Customer(ApiKey.Holder holder) implements Visitor {}

  record Operator() implements Visitor {}
}
